import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { parseCatalogue, parseSeries } from "@micro-drama/protocol";
import { readCaption } from "./captions/read-caption.js";
import { eachSide } from "./each-side.js";
import { throwIfAborted } from "./errors.js";
import type { Effort } from "./ffmpeg/picture.js";
import { makeCover } from "./ffmpeg/poster.js";
import { type FilmFacts, probeFilm } from "./ffmpeg/probe.js";
import { requireTools } from "./ffmpeg/require-tools.js";
import type { PackageOptions } from "./input/options.js";
import { type Plan, readPlan } from "./input/plan.js";
import { readEarlier, removeStale } from "./output/earlier.js";
import { packageEpisode } from "./output/episode.js";
import { moveFile, toJson, writeWhole } from "./output/files.js";
import { type Layout, layoutOf, posterUrl } from "./output/layout.js";
import { claim } from "./output/lock.js";
import { buildCatalogue, buildManifest, type FinishedEpisode, seriesPosterUrl } from "./output/manifest.js";
import { createProgress } from "./progress.js";

/** What {@link packageSeries} made. */
export interface PackagedSeries {
  /** Absolute path of the public manifest. */
  readonly manifest: string;
  /** Absolute path of the platform's catalogue. */
  readonly catalogue: string;
  readonly id: string;
  readonly free: number;
  readonly locked: number;
  readonly unpublished: number;
  /** Ids of the episodes that were encoded in this run; the others were there. */
  readonly encoded: readonly string[];
}

/** Chosen for 9:16 drama on phones: the bit rates of the ladder cap what it asks for. */
const defaultEffort: Effort = { crf: 23, preset: "medium" };

/**
 * Makes a playable series out of a folder of films.
 *
 * Everything is checked before anything is encoded. An interrupted run leaves whole episodes only, and the
 * next run with the same options continues behind them.
 *
 * @throws {PackagerError} with a code, and a message that says what to mend.
 * @example
 * const series = await packageSeries({ films: "./films", out: "./series", free: 3 });
 * console.log(series.manifest);
 */
export async function packageSeries(options: PackageOptions): Promise<PackagedSeries> {
  const { signal } = options;
  const plan = await readPlan(options);
  for (const { captions } of plan.episodes) for (const { file } of captions) await readCaption(file);
  await requireTools(signal);
  const films = await probeAll(plan, signal);
  const layout = layoutOf(resolve(options.out));
  const release = await claim(layout);
  try {
    return await make(plan, films, { layout, options });
  } finally {
    await release();
  }
}

async function probeAll(plan: Plan, signal: AbortSignal | undefined): Promise<readonly FilmFacts[]> {
  const films: FilmFacts[] = [];
  for (const { film, name } of plan.episodes) films.push(await probeFilm(film, name, signal));
  return films;
}

interface MakeContext {
  readonly layout: Layout;
  readonly options: PackageOptions;
}

async function make(
  plan: Plan,
  films: readonly FilmFacts[],
  { layout, options }: MakeContext,
): Promise<PackagedSeries> {
  const { signal, jobs = 1, fit = "cover", force = false } = options;
  const effort = { ...defaultEffort, ...options.effort };
  const earlier = await readEarlier(layout);
  const lengths = plan.episodes.map(({ id }, index) => ({ id, seconds: films[index]?.durationSeconds ?? 0 }));
  const progress = createProgress(lengths, options.onProgress);
  const episodes = await eachSide(plan.episodes, jobs, async (episode, index): Promise<FinishedEpisode[]> => {
    throwIfAborted(signal);
    const facts = films[index];
    if (!facts) return [];
    const assetId = earlier.assetIds.get(episode.id) ?? randomBytes(16).toString("hex");
    const onProgress = (fraction: number) => progress(episode.id, "encoding", fraction);
    const made = await packageEpisode({
      episode,
      facts,
      layout,
      fit,
      effort,
      assetId,
      force,
      signal,
      onProgress,
    });
    progress(episode.id, made.isUnchanged ? "unchanged" : "done", 1);
    return [{ plan: episode, made }];
  });
  await writePosters(plan, layout, signal);
  const finished = episodes.flat();
  await writeManifests(plan, finished, layout);
  await removeStale(layout, earlier, [
    ...plan.episodes.map(({ id, access }) => ({ id, access, hasPoster: true })),
    ...plan.unpublished.map(({ id, cover }) => ({
      id,
      access: "unpublished",
      hasPoster: cover !== undefined,
    })),
  ]);
  return {
    manifest: layout.manifest,
    catalogue: layout.catalogue,
    id: plan.id,
    free: plan.episodes.filter(({ access }) => access === "free").length,
    locked: plan.episodes.filter(({ access }) => access === "locked").length,
    unpublished: plan.unpublished.length,
    encoded: finished.filter(({ made }) => !made.isUnchanged).map((episode) => episode.plan.id),
  };
}

/** Both files at once, after the readers of the other end have accepted them. */
async function writeManifests(
  plan: Plan,
  finished: readonly FinishedEpisode[],
  layout: Layout,
): Promise<void> {
  const manifest = buildManifest(plan, finished);
  const catalogue = buildCatalogue(plan, finished);
  parseSeries(manifest, { baseUrl: "https://series.invalid/" });
  parseCatalogue(catalogue);
  await writeWhole(layout.catalogue, toJson(catalogue), layout.work);
  await writeWhole(layout.manifest, toJson(manifest), layout.work);
}

/** Posters that belong to no film: that of the series, and covers of announced episodes. */
async function writePosters(plan: Plan, layout: Layout, signal: AbortSignal | undefined): Promise<void> {
  const half = join(layout.work, "poster.webp");
  const covers = [
    { from: plan.poster, to: seriesPosterUrl },
    ...plan.unpublished.map(({ id, cover }) => ({ from: cover, to: posterUrl(id) })),
  ];
  for (const { from, to } of covers) {
    if (!from) continue;
    await makeCover(from, { to: half, signal });
    await moveFile(half, join(layout.out, "public", to));
  }
}
