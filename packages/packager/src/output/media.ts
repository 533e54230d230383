import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { StartDescriptor } from "@micro-drama/protocol";
import { PackagerError } from "../errors.js";
import { framesPerSecond } from "../ffmpeg/frame-rate.js";
import { type Effort, encodePicture } from "../ffmpeg/picture.js";
import type { FilmFacts } from "../ffmpeg/probe.js";
import { encodeSound } from "../ffmpeg/sound.js";
import { writeMultivariantPlaylist } from "../hls/write-playlists.js";
import { chooseLadder, type Fit } from "../ladder.js";
import { describeStart, roundMicroseconds, writeRendition } from "./rendition.js";

/** What {@link makeMedia} is given. */
export interface MediaJob {
  readonly film: string;
  readonly facts: FilmFacts;
  readonly fit: Fit;
  readonly effort: Effort;
  /** An empty folder of its own. */
  readonly work: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (fraction: number) => void;
}

/** The media of one episode, still in its work folder. */
export interface Media {
  /** Folder with `main.m3u8` and the renditions, ready to be moved. */
  readonly folder: string;
  /** Seconds. */
  readonly duration: number;
  readonly start: StartDescriptor;
}

/** Encodes a film into HLS: sound once, then all renditions, then playlists with measured numbers. */
export async function makeMedia(job: MediaJob): Promise<Media> {
  const { film, facts, fit, effort, work, signal, onProgress } = job;
  const sound = join(work, "sound.m4a");
  const folder = join(work, "media");
  const ladder = chooseLadder(facts, fit);
  await mkdir(folder, { recursive: true });
  await encodeSound(film, facts, { to: sound, signal });
  await encodePicture({
    film,
    facts,
    sound,
    ladder,
    fit,
    effort,
    folder: work,
    signal,
    ...(onProgress && { onProgress }),
  });
  const renditions = [];
  for (const rung of ladder) {
    const encoded = join(work, `${rung.name}.mp4`);
    renditions.push(await writeRendition(encoded, rung, folder));
    await rm(encoded);
  }
  const [first] = renditions;
  if (!first) throw new PackagerError("ffmpeg-failed", "No rendition was made.");
  const variants = renditions.map(({ rung, codecs, bandwidth }) => ({
    url: `${rung.name}/playlist.m3u8`,
    bandwidth,
    codecs,
    width: rung.width,
    height: rung.height,
    frameRate: framesPerSecond(facts.frameRate),
  }));
  await writeFile(join(folder, "main.m3u8"), writeMultivariantPlaylist(variants));
  const duration = first.segments.reduce((sum, segment) => sum + segment.duration, 0);
  return { folder, duration: roundMicroseconds(duration), start: describeStart(first) };
}
