import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { StartDescriptor } from "@micro-drama/protocol";
import { PackagerError } from "../errors.js";
import { type Bandwidth, measureBandwidth } from "../hls/bandwidth.js";
import { targetDurationOf, writeMediaPlaylist } from "../hls/write-playlists.js";
import type { Rung } from "../ladder.js";
import { readTimings } from "../mp4/fragment.js";
import { codecsOf, readInit } from "../mp4/init.js";
import { splitFragments } from "../mp4/split.js";

/** A rendition as it was really written. */
export interface Rendition {
  readonly rung: Rung;
  /** RFC 6381, read from the file. */
  readonly codecs: string;
  readonly bandwidth: Bandwidth;
  /** `url` is relative to the episode's folder; `duration` in seconds, of the picture. */
  readonly segments: readonly { readonly url: string; readonly duration: number }[];
}

/** Seconds of media that a `start` descriptor lists at least: on a slow network hls.js takes so long to come. */
const startSeconds = 6;

/** Cuts an encoded rendition into `<folder>/<rung>/init.mp4`, `0.m4s` … and `playlist.m3u8`. */
export async function writeRendition(encoded: string, rung: Rung, folder: string): Promise<Rendition> {
  const { init, segments: pieces } = splitFragments(await readFile(encoded));
  const tracks = readInit(init);
  const picture = tracks.find((track) => track.kind === "video");
  const segments = pieces.map((bytes, index) => {
    const timing = readTimings(bytes, tracks).find(({ trackId }) => trackId === picture?.id);
    return { url: `${index}.m4s`, bytes, duration: timing?.duration ?? 0 };
  });
  if (segments.length === 0 || segments.some(({ duration }) => duration <= 0)) {
    throw new PackagerError("ffmpeg-failed", `ffmpeg wrote a rendition without picture (${rung.name}).`);
  }
  const target = join(folder, rung.name);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "init.mp4"), init);
  for (const { url, bytes } of segments) await writeFile(join(target, url), bytes);
  await writeFile(join(target, "playlist.m3u8"), writeMediaPlaylist({ init: "init.mp4", segments }));
  const sizes = segments.map(({ bytes, duration }) => ({ bytes: bytes.length, duration }));
  return {
    rung,
    codecs: codecsOf(tracks),
    bandwidth: measureBandwidth(sizes, targetDurationOf(segments)),
    segments: segments.map(({ url, duration }) => ({ url: `${rung.name}/${url}`, duration })),
  };
}

/** What lets a player begin with this rendition before it has read a playlist. */
export function describeStart({ rung, codecs, bandwidth, segments }: Rendition): StartDescriptor {
  let seconds = 0;
  const first = segments.filter(({ duration }) => {
    const isNeeded = seconds < startSeconds;
    seconds += duration;
    return isNeeded;
  });
  return {
    bandwidth: bandwidth.peak,
    tracks: [
      {
        codecs,
        init: { url: `${rung.name}/init.mp4` },
        segments: first.map(({ url, duration }) => ({ url, duration: roundMicroseconds(duration) })),
      },
    ],
  };
}

/** Seconds as JSON carries them: enough for every time base, without the noise of floating point. */
export function roundMicroseconds(seconds: number): number {
  return Math.round(seconds * 1_000_000) / 1_000_000;
}
