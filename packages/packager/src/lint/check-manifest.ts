import {
  type Episode,
  type NextSeries,
  ParseError,
  parseSeries,
  type Series,
  type SeriesWarning,
} from "@micro-drama/protocol";
import type { Findings } from "./finding.js";

/** The parts of a manifest that could be read, for a closer look at their files. */
export interface ReadableParts {
  readonly poster?: string;
  readonly next?: NextSeries;
  /** `index` is the place in the manifest, where unreadable neighbours count too. */
  readonly episodes: readonly { readonly episode: Episode; readonly index: number }[];
}

/**
 * Checks the manifest itself. The parser stops at the first fault, so it is given the head and then
 * every episode alone: a person wants to hear of all faults at once.
 */
export function lintManifest(json: unknown, baseUrl: string, findings: Findings): ReadableParts {
  const rawEpisodes = isRecord(json) && Array.isArray(json.episodes) ? json.episodes : [];
  if (!isRecord(json) || rawEpisodes.length === 0) {
    parse(json, baseUrl, findings);
    return { episodes: [] };
  }
  const head = parse({ ...json, episodes: [standIn] }, baseUrl, findings);
  const neutral = { version: json.version, id: "head", title: "head" };
  const canReadEpisodes = json.version === 1;
  const episodes = !canReadEpisodes
    ? []
    : rawEpisodes.flatMap((raw: unknown, index) => {
        const inPlace = (path: string) => path.replace("$.episodes[0]", `$.episodes[${index}]`);
        const [episode] = parse({ ...neutral, episodes: [raw] }, baseUrl, findings, inPlace)?.episodes ?? [];
        return episode ? [{ episode, index }] : [];
      });
  lintTwins(rawEpisodes, findings);
  lintOrder(rawEpisodes, findings);
  return { ...(head?.poster && { poster: head.poster }), ...(head?.next && { next: head.next }), episodes };
}

const standIn = { id: "stand-in", number: 1, title: "stand-in", access: "locked" };

const mends: Readonly<Record<SeriesWarning["code"], string>> = {
  "unsafe-catalogue": "Remove the source and move its files out of the public folder: anybody can read them.",
  "bad-url": "Use an https URL or a path relative to the manifest.",
  "bad-start": "Mend it, or leave start out: players then read the playlists first.",
};

function parse(
  json: unknown,
  baseUrl: string,
  findings: Findings,
  inPlace: (path: string) => string = (path) => path,
): Series | undefined {
  const at = (path: string) => findings.at(inPlace(path).slice(1));
  try {
    const series = parseSeries(json, { baseUrl });
    for (const { code, path, message } of series.warnings) {
      if (code === "unsafe-catalogue") at(path).error(message, mends[code]);
      else at(path).warning(message, mends[code]);
    }
    return series;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const message = error.message.replace(`${error.path}: `, "");
    at(error.path).error(message, "Players refuse the whole series because of this.");
    return undefined;
  }
}

function lintTwins(episodes: readonly unknown[], findings: Findings): void {
  for (const key of ["id", "number"] as const) {
    const seen = new Map<unknown, number>();
    for (const [index, episode] of episodes.entries()) {
      const value = isRecord(episode) ? episode[key] : undefined;
      if (value === undefined) continue;
      const first = seen.get(value);
      if (first === undefined) seen.set(value, index);
      else {
        const message = `the ${key} ${JSON.stringify(value)} is that of $.episodes[${first}], too`;
        findings.at(`.episodes[${index}].${key}`).error(message, `Give every episode its own ${key}.`);
      }
    }
  }
}

function lintOrder(episodes: readonly unknown[], findings: Findings): void {
  const numbers = episodes.map((episode) => (isRecord(episode) ? Number(episode.number) : Number.NaN));
  const index = numbers.findIndex((number, place) => number < (numbers[place - 1] ?? 0));
  if (index < 0) return;
  const message = `episode ${numbers[index]} comes after episode ${numbers[index - 1]}`;
  findings.at(`.episodes[${index}].number`).warning(message, "Put the episodes into playing order.");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
