import { eachSide } from "../each-side.js";
import { measureBandwidth } from "../hls/bandwidth.js";
import type { Playlist, ReadPiece, ReadSegment, ReadVariant } from "../hls/read-playlist.js";
import { endOfBoxes } from "../mp4/boxes.js";
import { type FragmentTiming, readTimings } from "../mp4/fragment.js";
import { codecsOf, readInit, type Track } from "../mp4/init.js";
import { shortName } from "./check-image.js";
import type { Findings } from "./finding.js";
import type { Reader } from "./reader.js";

/** A rendition as its playlist and its files show it. */
export interface Rendition {
  readonly variant: ReadVariant;
  readonly init: ReadPiece | undefined;
  readonly tracks: readonly Track[];
  readonly segments: readonly LookedAt[];
}

/** A segment with what its bytes say; `timing` of the picture, else of the only track. */
export interface LookedAt extends ReadSegment {
  readonly timing: FragmentTiming | undefined;
  readonly bytes: number | undefined;
}

const longFirstSegment = 2.05;
/** A frame at 24 per second. */
const timingTolerance = 0.05;
/** Enough for the `moof` of a segment of several seconds; its media bytes are not needed. */
const headBytes = 64_000;
const requestsAtOnce = 8;

type MediaPlaylist = Extract<Playlist, { kind: "media" }>;

/** Checks one rendition: its entry, its playlist, its initialisation segment and all its segments. */
export async function lintRendition(
  { variant, playlist }: { variant: ReadVariant; playlist: MediaPlaylist },
  reader: Reader,
  findings: Findings,
): Promise<Rendition> {
  lintPlaylist(playlist, findings);
  const tracks = await lintInit(playlist, reader, findings);
  lintVariant(variant, tracks, findings);
  const segments = await eachSide(playlist.segments, requestsAtOnce, (segment) =>
    lintSegment(segment, { tracks, reader, findings: findings.at(` → ${shortName(segment.url)}`) }),
  );
  lintFirstFrame(segments, findings);
  lintBandwidth(variant, segments, { targetDuration: playlist.targetDuration ?? 2, findings });
  return { variant, init: playlist.init, tracks, segments };
}

function lintPlaylist({ segments, isEnded, targetDuration }: MediaPlaylist, findings: Findings): void {
  const [first] = segments;
  if (!first) {
    findings.error("lists no segment", "Package the film again.");
    return;
  }
  if (first.duration > longFirstSegment) {
    const message = `the first segment lasts ${first.duration.toFixed(2)} s`;
    findings.warning(message, "Make it about 1 s: nothing is shown before all of it has arrived.");
  }
  if (!isEnded)
    findings.error("has no EXT-X-ENDLIST", "Add it: without it players take the film for a live stream.");
  const longest = Math.max(...segments.map(({ duration }) => Math.round(duration)));
  if (targetDuration === undefined || targetDuration < longest) {
    const message = `EXT-X-TARGETDURATION is ${targetDuration ?? "missing"}, a segment lasts ${longest} s`;
    findings.error(message, `Write #EXT-X-TARGETDURATION:${longest}.`);
  }
}

async function lintInit({ init, isEncrypted }: MediaPlaylist, reader: Reader, findings: Findings) {
  if (!init) return [];
  const here = findings.at(` → ${shortName(init.url)}`);
  const result = await reader.read(init.url, init.byteRange);
  if (!result.ok) {
    here.error(result.reason, "Put the initialisation segment there: nothing plays without it.");
    return [];
  }
  const tracks = readInit(result.bytes);
  if (tracks.length === 0 && !isEncrypted)
    here.error("is no initialisation segment", "Package the film again.");
  return tracks;
}

function lintVariant(variant: ReadVariant, tracks: readonly Track[], findings: Findings): void {
  const real = codecsOf(tracks);
  if (variant.bandwidth === undefined) findings.error("has no BANDWIDTH", "Add it to EXT-X-STREAM-INF.");
  if (!variant.codecs) {
    const mend = `Add ${real ? `CODECS="${real}"` : "CODECS"} to EXT-X-STREAM-INF: players choose decoders by it.`;
    findings.error("has no CODECS", mend);
  } else if (real && !sameCodecs(variant.codecs, real)) {
    findings.error(`CODECS says ${variant.codecs}, the file says ${real}`, `Write CODECS="${real}".`);
  }
  const picture = tracks.find(({ kind }) => kind === "video");
  const size = picture && `${picture.width}x${picture.height}`;
  if (size && variant.resolution && variant.resolution !== size) {
    findings.warning(
      `RESOLUTION says ${variant.resolution}, the file says ${size}`,
      `Write RESOLUTION=${size}.`,
    );
  }
}

/** Order does not matter; of codecs that this package does not know, only the family is compared. */
export function sameCodecs(stated: string, real: string): boolean {
  const parts = (text: string) =>
    text
      .toLowerCase()
      .split(",")
      .map((part) => part.trim())
      .sort();
  const [wanted, found] = [parts(stated), parts(real)];
  return (
    wanted.length === found.length &&
    wanted.every((codec, i) => codec === found[i] || codec.split(".")[0] === found[i])
  );
}

interface SegmentContext {
  readonly tracks: readonly Track[];
  readonly reader: Reader;
  readonly findings: Findings;
}

async function lintSegment(
  segment: ReadSegment,
  { tracks, reader, findings }: SegmentContext,
): Promise<LookedAt> {
  const { byteRange, duration } = segment;
  const length = Math.min(byteRange?.length ?? headBytes, headBytes);
  const result = await reader.read(segment.url, { offset: byteRange?.offset, length });
  if (!result.ok) {
    findings.error(result.reason, "Put the segment there: the film stops where it is missing.");
    return { ...segment, timing: undefined, bytes: undefined };
  }
  const bytes = byteRange?.length ?? result.size;
  const timings = readTimings(result.bytes, tracks);
  const timing = timings.find(({ kind }) => kind === "video") ?? timings[0];
  if (tracks.length === 0) return { ...segment, timing, bytes };
  const end = endOfBoxes(result.bytes);
  if (bytes !== undefined && end > bytes) {
    findings.error(`is cut off: ${bytes} of ${end} bytes`, "Copy the file again.");
  } else if (!timing) findings.error("is no media segment of this rendition", "Package the film again.");
  else {
    if (!timing.startsWithKeyframe) {
      findings.error(
        "does not begin with a keyframe",
        "Encode with a keyframe at every segment: players start there.",
      );
    }
    if (Math.abs(timing.duration - duration) > timingTolerance) {
      const message = `EXTINF says ${duration.toFixed(3)} s, the file lasts ${timing.duration.toFixed(3)} s`;
      findings.error(message, `Write #EXTINF:${timing.duration.toFixed(6)},`);
    }
  }
  return { ...segment, timing, bytes };
}

function lintFirstFrame([first]: readonly LookedAt[], findings: Findings): void {
  if (!first?.timing || first.timing.start <= timingTolerance) return;
  const message = `the picture begins at ${first.timing.start.toFixed(3)} s`;
  findings.warning(message, "Begin at 0: players wait for the gap, or show black.");
}

function lintBandwidth(
  { bandwidth }: ReadVariant,
  segments: readonly LookedAt[],
  { targetDuration, findings }: { targetDuration: number; findings: Findings },
): void {
  const sized = segments.flatMap(({ bytes, duration }) => (bytes === undefined ? [] : [{ bytes, duration }]));
  if (bandwidth === undefined || sized.length < segments.length || sized.length === 0) return;
  const { peak } = measureBandwidth(sized, targetDuration);
  if (peak <= bandwidth * 1.1) return;
  findings.warning(
    `BANDWIDTH says ${bandwidth}, the segments need up to ${peak}`,
    `Write BANDWIDTH=${peak}: players choose this rendition on networks that cannot carry it.`,
  );
}
