import { readdir } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { canonicalLanguage } from "../captions/label.js";
import { PackagerError } from "../errors.js";
import {
  configName,
  type EpisodeConfig,
  isId,
  readConfig,
  type SeriesConfig,
  type UnpublishedConfig,
} from "./config.js";
import { byName, episodeId, nameFilm, sentence, slug } from "./naming.js";
import type { PackageOptions } from "./options.js";
import { findSidecars, type Sidecar } from "./sidecars.js";

/** Everything that will be packaged, checked for contradictions, before ffmpeg is asked anything. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly synopsis?: string;
  readonly lang: string;
  readonly rightsHolder: string;
  /** Absolute path of the picture of the series. */
  readonly poster?: string;
  readonly next?: SeriesConfig["next"];
  /** In playing order. */
  readonly episodes: readonly PlannedEpisode[];
  readonly unpublished: readonly UnpublishedConfig[];
}

/** One film of a {@link Plan}. */
export interface PlannedEpisode {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly synopsis?: string;
  readonly access: "free" | "locked";
  /** Absolute path. */
  readonly film: string;
  /** Name of the film for messages. */
  readonly name: string;
  /** Absolute path. */
  readonly cover?: string;
  /** `file` is absolute. */
  readonly captions: readonly Sidecar[];
}

const filmName = /\.(?:mp4|mov|m4v)$/i;
const defaultFree = 3;
/** Taken by the layout of the output. */
const reservedIds = ["posters", "poster.webp", "series.json"];

/**
 * Reads the films' folder and `series.config.json` into a plan.
 * @throws {PackagerError} for everything that a person has to mend first.
 */
export async function readPlan(options: PackageOptions): Promise<Plan> {
  const folder = resolve(options.films);
  refuseOutInside(folder, resolve(options.out));
  const files = await listFiles(folder);
  const config = await readConfig(folder);
  const title = options.title ?? config.title ?? sentence(basename(folder));
  const lang = seriesLanguage(options.lang ?? config.lang ?? "en");
  const id = options.id ?? config.id ?? slug(title);
  if (!isId(id))
    throw new PackagerError("bad-option", `--id ${id}: use letters, digits, dots, _ and - only.`);
  const films = chooseFilms(files, config, folder);
  const captions = findSidecars(files, { films: films.map(({ film }) => film), lang });
  const free = options.free ?? config.free ?? defaultFree;
  const episodes = films.map((film, index) =>
    planEpisode(film, { index, free, folder, files, captions: captions.get(film.film) ?? [] }),
  );
  refuseTwins(episodes, config.unpublished ?? []);
  for (const { cover } of config.unpublished ?? []) if (cover) pictureAt(cover, folder, files);
  return {
    id,
    title,
    ...(config.synopsis && { synopsis: config.synopsis }),
    lang,
    rightsHolder: config.rightsHolder ?? "unknown",
    ...(config.poster && { poster: pictureAt(config.poster, folder, files) }),
    ...(config.next && { next: config.next }),
    episodes,
    unpublished: (config.unpublished ?? []).map((episode) => ({
      ...episode,
      ...(episode.cover && { cover: join(folder, episode.cover) }),
    })),
  };
}

function refuseOutInside(films: string, out: string): void {
  const path = relative(films, out);
  if (path !== "" && (path.startsWith("..") || resolve(path) === path)) return;
  throw new PackagerError(
    "out-inside-films",
    `--out ${out} lies inside the films' folder. The next run would take its own output for films: choose a folder beside it.`,
  );
}

async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    // Names with a leading dot are left-overs of file managers, e.g. `._e01.mp4` of macOS.
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
      .map((entry) => entry.name);
  } catch (cause) {
    throw new PackagerError(
      "no-films",
      `${folder} is no folder that can be read. Give the folder with the films.`,
      {
        cause,
      },
    );
  }
}

function chooseFilms(
  files: readonly string[],
  config: SeriesConfig,
  folder: string,
): readonly EpisodeConfig[] {
  const present = files.filter((file) => filmName.test(file)).sort(byName);
  const missing = config.episodes?.find(({ film }) => !present.includes(film));
  if (missing) {
    const message = `${configName} names the film "${missing.film}", which is not in ${folder}. There are: ${present.join(", ") || "none"}.`;
    throw new PackagerError("no-films", message);
  }
  const films = config.episodes ?? present.map((film) => ({ film }));
  if (films.length > 0) return films;
  throw new PackagerError("no-films", `There is no .mp4, .mov or .m4v film in ${folder}.`);
}

interface EpisodeContext {
  readonly index: number;
  readonly free: number;
  readonly folder: string;
  readonly files: readonly string[];
  readonly captions: readonly Sidecar[];
}

function planEpisode(config: EpisodeConfig, context: EpisodeContext): PlannedEpisode {
  const { index, free, folder, files, captions } = context;
  const named = nameFilm(config.film, index + 1);
  const number = config.number ?? (config.id ? index + 1 : named.number);
  return {
    id: config.id ?? episodeId(number),
    number,
    title: config.title ?? named.title,
    ...(config.synopsis && { synopsis: config.synopsis }),
    access: index < free ? "free" : "locked",
    film: join(folder, config.film),
    name: config.film,
    ...(config.cover && { cover: pictureAt(config.cover, folder, files) }),
    captions: captions.map(({ file, lang }) => ({ file: join(folder, file), lang })),
  };
}

function pictureAt(name: string, folder: string, files: readonly string[]): string {
  if (files.includes(name)) return join(folder, name);
  throw new PackagerError(
    "bad-config",
    `${configName} names the picture "${name}", which is not in ${folder}.`,
  );
}

function seriesLanguage(tag: string): string {
  const lang = canonicalLanguage(tag);
  if (lang) return lang;
  throw new PackagerError(
    "bad-option",
    `--lang ${tag} is no language tag. Use one such as en, es, pt-BR or ar.`,
  );
}

function refuseTwins(episodes: readonly PlannedEpisode[], unpublished: readonly UnpublishedConfig[]): void {
  const all = [...episodes, ...unpublished];
  const reserved = all.find(({ id }) => reservedIds.includes(id));
  if (reserved)
    throw new PackagerError("bad-config", `The id "${reserved.id}" is taken by the output. Choose another.`);
  for (const key of ["id", "number"] as const) {
    const seen = new Map<string, string>();
    for (const episode of all) {
      // Two ids that differ only in case are one folder on macOS and Windows.
      const value = String(episode[key]).toLowerCase();
      const source = "name" in episode && typeof episode.name === "string" ? episode.name : episode.title;
      const twin = seen.get(value);
      if (twin !== undefined) {
        const message = `"${twin}" and "${source}" are both episode ${key} ${episode[key]}. Rename one, or set ids in ${configName}.`;
        throw new PackagerError("duplicate-id", message);
      }
      seen.set(value, source);
    }
  }
}
