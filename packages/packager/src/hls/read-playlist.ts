/** A rendition in a multivariant playlist. */
export interface ReadVariant {
  readonly url: string;
  readonly bandwidth: number | undefined;
  readonly codecs: string | undefined;
  readonly resolution: string | undefined;
}

/** Bytes of a file; without a range, all of it. */
export interface ReadPiece {
  readonly url: string;
  readonly byteRange?: { readonly offset: number; readonly length: number };
}

/** A media segment with its duration in seconds. */
export interface ReadSegment extends ReadPiece {
  readonly duration: number;
}

/** What a playlist says, as far as the linter looks at it. URLs are absolute. */
export type Playlist =
  | {
      readonly kind: "multivariant";
      readonly variants: readonly ReadVariant[];
      /** URIs of `EXT-X-MEDIA`: sound or subtitles apart from the picture. */
      readonly alternates: readonly string[];
    }
  | {
      readonly kind: "media";
      readonly segments: readonly ReadSegment[];
      readonly init: ReadPiece | undefined;
      readonly targetDuration: number | undefined;
      readonly isEnded: boolean;
      readonly isEncrypted: boolean;
    };

/** Reads an HLS playlist (RFC 8216); undefined when the text is none. */
export function readPlaylist(text: string, baseUrl: string): Playlist | undefined {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines[0] !== "#EXTM3U") return undefined;
  const isMultivariant = lines.some((line) => line.startsWith("#EXT-X-STREAM-INF:"));
  return isMultivariant ? readMultivariant(lines, baseUrl) : readMedia(lines, baseUrl);
}

function readMultivariant(lines: readonly string[], baseUrl: string): Playlist {
  const variants: ReadVariant[] = [];
  const alternates: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.startsWith("#EXT-X-MEDIA:")) {
      const uri = readAttributes(line).get("URI");
      if (uri) alternates.push(absolute(uri, baseUrl));
    }
    if (!line.startsWith("#EXT-X-STREAM-INF:")) continue;
    const attributes = readAttributes(line);
    const uri = lines.slice(index + 1).find((next) => !next.startsWith("#"));
    if (!uri) continue;
    const bandwidth = Number(attributes.get("BANDWIDTH"));
    variants.push({
      url: absolute(uri, baseUrl),
      bandwidth: bandwidth > 0 ? bandwidth : undefined,
      codecs: attributes.get("CODECS"),
      resolution: attributes.get("RESOLUTION"),
    });
  }
  return { kind: "multivariant", variants, alternates };
}

function readMedia(lines: readonly string[], baseUrl: string): Playlist {
  const segments: ReadSegment[] = [];
  let init: ReadPiece | undefined;
  let duration = 0;
  let range: string | undefined;
  let end = 0;
  for (const line of lines) {
    if (line.startsWith("#EXT-X-MAP:")) {
      const attributes = readAttributes(line);
      init = piece(absolute(attributes.get("URI") ?? "", baseUrl), attributes.get("BYTERANGE"), 0);
    } else if (line.startsWith("#EXTINF:")) duration = Number.parseFloat(line.slice(8));
    else if (line.startsWith("#EXT-X-BYTERANGE:")) range = line.slice(17);
    else if (!line.startsWith("#")) {
      const segment = piece(absolute(line, baseUrl), range, end);
      end = segment.byteRange ? segment.byteRange.offset + segment.byteRange.length : 0;
      segments.push({ ...segment, duration });
      range = undefined;
    }
  }
  const target = Number(lines.find((line) => line.startsWith("#EXT-X-TARGETDURATION:"))?.slice(22));
  return {
    kind: "media",
    segments,
    init,
    targetDuration: target > 0 ? target : undefined,
    isEnded: lines.includes("#EXT-X-ENDLIST"),
    isEncrypted: lines.some((line) => line.startsWith("#EXT-X-KEY:") && !line.includes("METHOD=NONE")),
  };
}

/** `length@offset`; without an offset it begins where the range before ended. */
function piece(url: string, range: string | undefined, previousEnd: number): ReadPiece {
  const match = /^(\d+)(?:@(\d+))?$/.exec(range?.trim() ?? "");
  if (!match) return { url };
  return { url, byteRange: { length: Number(match[1]), offset: match[2] ? Number(match[2]) : previousEnd } };
}

/** The attribute list of a tag, without quotes. */
export function readAttributes(line: string): ReadonlyMap<string, string> {
  const list = line.slice(line.indexOf(":") + 1);
  const matches = list.matchAll(/([A-Z0-9-]+)=(?:"([^"]*)"|([^,]*))/g);
  return new Map([...matches].map(([, name = "", quoted, plain]) => [name, quoted ?? plain ?? ""]));
}

function absolute(uri: string, baseUrl: string): string {
  return URL.canParse(uri, baseUrl) ? new URL(uri, baseUrl).href : uri;
}
