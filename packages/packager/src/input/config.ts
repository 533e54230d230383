import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PackagerError } from "../errors.js";

/** `series.config.json`. Every field may be absent; paths are relative to the films' folder. */
export interface SeriesConfig {
  readonly id?: string;
  readonly title?: string;
  readonly synopsis?: string;
  /** BCP 47. */
  readonly lang?: string;
  /** Picture of the series. Default: the poster of the first episode. */
  readonly poster?: string;
  /** Who earns with the series. */
  readonly rightsHolder?: string;
  readonly free?: number;
  /** The series after this one; URLs relative to the manifest. */
  readonly next?: { readonly url: string; readonly title: string; readonly poster?: string };
  /** In playing order. Default: all films in name order. */
  readonly episodes?: readonly EpisodeConfig[];
  /** Announced episodes. */
  readonly unpublished?: readonly UnpublishedConfig[];
}

/** One film of the series. */
export interface EpisodeConfig {
  readonly film: string;
  readonly id?: string;
  /** Default: its place in the list. */
  readonly number?: number;
  readonly title?: string;
  readonly synopsis?: string;
  /** Picture to show while the episode is locked. Default: a darkened, blurred frame. */
  readonly cover?: string;
}

/** An episode that is only announced. */
export interface UnpublishedConfig {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly synopsis?: string;
  readonly cover?: string;
  /** RFC 3339. */
  readonly publishAt?: string;
}

/** Name of the file in the films' folder. */
export const configName = "series.config.json";

/**
 * Reads the configuration beside the films; empty when there is none.
 * @throws {PackagerError} `bad-config` naming the field.
 */
export async function readConfig(films: string): Promise<SeriesConfig> {
  const text = await readFile(join(films, configName), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return {};
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new PackagerError("bad-config", `${configName} is no JSON: ${String(cause)}`, { cause });
  }
  return parseConfig(json);
}

type Fields = Readonly<Record<string, Check>>;
type Check = (value: unknown, path: string) => void;

const seriesFields: Fields = {
  $schema: text,
  id,
  title: text,
  synopsis: text,
  lang: text,
  poster: text,
  rightsHolder: text,
  free: count,
  next: (value, path) => record(value, path, { url: text, title: text, poster: text }, ["url", "title"]),
  episodes: (value, path) => list(value, path, (item, at) => record(item, at, episodeFields, ["film"])),
  unpublished: (value, path) =>
    list(value, path, (item, at) => record(item, at, unpublishedFields, ["id", "number", "title"])),
};
const episodeFields: Fields = {
  film: text,
  id,
  number: place,
  title: text,
  synopsis: text,
  cover: text,
};
const unpublishedFields: Fields = {
  id,
  number: place,
  title: text,
  synopsis: text,
  cover: text,
  publishAt: instant,
};

/**
 * Checks what was read from `series.config.json`.
 * Unknown fields are refused: a misspelt `covr` would otherwise be a silent surprise.
 * @throws {PackagerError} `bad-config` with the JSON path.
 */
export function parseConfig(json: unknown): SeriesConfig {
  record(json, "$", seriesFields, []);
  return json as SeriesConfig;
}

function record(value: unknown, path: string, fields: Fields, required: readonly string[]): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(path, "must be an object");
  const entries = Object.entries(value as Record<string, unknown>);
  for (const name of required) {
    if (!entries.some(([key]) => key === name)) refuse(`${path}.${name}`, "is missing");
  }
  for (const [key, item] of entries) {
    const check = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!check) refuse(`${path}.${key}`, `is unknown; known are ${Object.keys(fields).join(", ")}`);
    check(item, `${path}.${key}`);
  }
}

function list(value: unknown, path: string, check: Check): void {
  if (!Array.isArray(value)) refuse(path, "must be a list");
  for (const [index, item] of value.entries()) check(item, `${path}[${index}]`);
}

function text(value: unknown, path: string): void {
  if (typeof value !== "string" || value.trim() === "") refuse(path, "must be text");
}

function id(value: unknown, path: string): void {
  if (typeof value === "string" && isId(value)) return;
  refuse(path, "must be 1–64 characters of A–Z a–z 0–9 . _ - and begin with a letter or a digit");
}

function count(value: unknown, path: string): void {
  if (!Number.isSafeInteger(value) || (value as number) < 0) refuse(path, "must be a whole number from 0 on");
}

function place(value: unknown, path: string): void {
  if (!Number.isSafeInteger(value) || (value as number) < 1) refuse(path, "must be a whole number from 1 on");
}

function instant(value: unknown, path: string): void {
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)))
    return;
  refuse(path, 'must be an instant such as "2027-01-10T18:00:00Z"');
}

/** True for text that may be an id, and thus the name of a folder. */
export function isId(value: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value);
}

function refuse(path: string, problem: string): never {
  throw new PackagerError("bad-config", `${configName}: ${path} ${problem}.`);
}
