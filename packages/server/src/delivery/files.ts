/** One file to be sent. */
export interface MediaFile {
  /** Bytes. */
  readonly size: number;
  /** Strong tag, quoted. */
  readonly etag: string;
  /** Bytes from `start` to `end`, both included. */
  read(start: number, end: number): ReadableStream<Uint8Array>;
}

/** Where media lies: a folder, or any other store of objects. */
export interface MediaFiles {
  /** A file of a series' public folder. Undefined: there is none. */
  findPublic(series: string, path: readonly string[]): Promise<MediaFile | undefined>;
  /** A file of a protected asset. Only called after its token was verified. */
  findProtected(asset: string, path: readonly string[]): Promise<MediaFile | undefined>;
}

const TYPES: Readonly<Record<string, string>> = {
  m3u8: "application/vnd.apple.mpegurl",
  m4s: "video/iso.segment",
  mp4: "video/mp4",
  m4a: "audio/mp4",
  aac: "audio/aac",
  ts: "video/mp2t",
  vtt: "text/vtt; charset=utf-8",
  json: "application/json",
  webp: "image/webp",
  avif: "image/avif",
  jpg: "image/jpeg",
  png: "image/png",
};

/** MIME type by the end of a name. Nothing that a browser would run as a page is among them. */
export function selectType(name: string): string {
  return TYPES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
}
