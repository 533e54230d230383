import { mkdir, readdir, rm } from "node:fs/promises";
import { extname, join } from "node:path";
import { readCaption } from "../captions/read-caption.js";
import type { Effort } from "../ffmpeg/picture.js";
import { makeCover, makeFirstFrame, makeVeiledFrame } from "../ffmpeg/poster.js";
import type { FilmFacts } from "../ffmpeg/probe.js";
import type { PlannedEpisode } from "../input/plan.js";
import { chooseLadder, type Fit } from "../ladder.js";
import { exists, hashFile, hashValue, moveFile, moveFolder, writeWhole } from "./files.js";
import { homeOf, type Layout, posterUrl } from "./layout.js";
import { makeMedia } from "./media.js";
import { readStamp, type Stamp, writeStamp } from "./stamp.js";

/** Raised whenever the same film and settings would give other files than before. */
const formatVersion = 1;

/** What {@link packageEpisode} is given. */
export interface EpisodeJob {
  readonly episode: PlannedEpisode;
  readonly facts: FilmFacts;
  readonly layout: Layout;
  readonly fit: Fit;
  readonly effort: Effort;
  /** 32 hexadecimal digits that the episode had before, or new ones. */
  readonly assetId: string;
  readonly force: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (fraction: number) => void;
}

/** A finished episode. */
export interface PackagedEpisode {
  readonly stamp: Stamp;
  /** Languages of the captions; the files are `<lang>.vtt` beside the playlist. */
  readonly captions: readonly string[];
  /** True when the media were there already. */
  readonly isUnchanged: boolean;
}

/** Brings one episode to its place: media (unless they are there), captions, poster, stamp. */
export async function packageEpisode(job: EpisodeJob): Promise<PackagedEpisode> {
  const { episode, layout, force, assetId } = job;
  const filmHash = await hashFile(episode.film);
  const earlier = force ? undefined : await readStamp(layout, episode.id);
  const home = homeOf(episode, assetId);
  const media = hashValue([formatVersion, filmHash, job.fit, job.effort, chooseLadder(job.facts, job.fit)]);
  const isThere = earlier?.media === media && (await exists(join(layout.out, earlier.home, "main.m3u8")));
  const stamp = isThere ? await settle(earlier, home, layout) : await encode(job, home, media);
  const moved = { ...stamp, assetId };
  await writeStamp(layout, episode.id, moved);
  const captions = await writeCaptions(job, home);
  const poster = hashValue([formatVersion, filmHash, job.fit, episode.access, await coverHash(episode)]);
  await writePoster(job, moved.poster === poster);
  const finished = { ...moved, poster };
  await writeStamp(layout, episode.id, finished);
  return { stamp: finished, captions, isUnchanged: isThere };
}

/** Media made earlier move when an episode was locked or freed since. */
async function settle(earlier: Stamp, home: string, layout: Layout): Promise<Stamp> {
  if (earlier.home === home) return earlier;
  await moveFolder(join(layout.out, earlier.home), join(layout.out, home), layout.work);
  return { ...earlier, home };
}

async function encode(job: EpisodeJob, home: string, media: string): Promise<Stamp> {
  const { episode, layout, facts, fit, effort, signal, onProgress, assetId } = job;
  const work = join(layout.work, episode.id);
  onProgress(0);
  await mkdir(work, { recursive: true });
  try {
    const made = await makeMedia({ film: episode.film, facts, fit, effort, work, signal, onProgress });
    await moveFolder(made.folder, join(layout.out, home), layout.work);
    return { version: 1, media, home, assetId, duration: made.duration, start: made.start };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function writeCaptions({ episode, layout }: EpisodeJob, home: string): Promise<readonly string[]> {
  const folder = join(layout.out, home);
  for (const { file, lang } of episode.captions) {
    await writeWhole(join(folder, `${lang}.vtt`), await readCaption(file), layout.work);
  }
  const langs = episode.captions.map(({ lang }) => lang);
  const wanted = langs.map((lang) => `${lang}.vtt`);
  const present = await readdir(folder);
  const stale = present.filter((name) => extname(name) === ".vtt" && !wanted.includes(name));
  for (const name of stale) await rm(join(folder, name));
  return langs;
}

async function coverHash(episode: PlannedEpisode): Promise<string | null> {
  return episode.access === "locked" && episode.cover ? hashFile(episode.cover) : null;
}

async function writePoster(
  { episode, facts, fit, layout, signal }: EpisodeJob,
  isSame: boolean,
): Promise<void> {
  const place = join(layout.out, "public", posterUrl(episode.id));
  if (isSame && (await exists(place))) return;
  const to = join(layout.work, `${episode.id}.webp`);
  if (episode.access === "free") await makeFirstFrame(episode.film, facts, { fit, to, signal });
  else if (episode.cover) await makeCover(episode.cover, { to, signal });
  else await makeVeiledFrame(episode.film, facts, { fit, to, signal });
  await moveFile(to, place);
}
