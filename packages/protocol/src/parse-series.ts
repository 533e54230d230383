import { ParseError } from "./errors.js";
import {
  count,
  fail,
  id,
  iso,
  lang,
  list,
  object,
  oneOf,
  optional,
  type Read,
  seconds,
  text,
} from "./parse/field.js";
import { captionFrom, startFrom } from "./parse/media.js";
import { urlFrom } from "./parse/url.js";
import type { Episode, EpisodeAccess, NextSeries, Series, SeriesWarning, Source } from "./series.js";

/** The manifest version that this package reads. */
export const SERIES_VERSION = 1;

const ACCESS: readonly EpisodeAccess[] = ["free", "locked", "unpublished"];

/**
 * Turns an untrusted manifest into a frozen {@link Series} with absolute URLs.
 * Unknown fields are skipped. A locked episode that carries a `source` loses it, with a warning: the manifest
 * is public. A bad `start` is dropped with a warning, for it is only a shortcut.
 *
 * @param json what `JSON.parse` gave
 * @param options `baseUrl`: the manifest's own URL, against which its URLs are read; without it they must be absolute
 * @throws {@link ParseError} naming the JSON path, the value and what was expected
 * @example
 * const series = parseSeries(await response.json(), { baseUrl: response.url });
 */
export function parseSeries(json: unknown, options: { readonly baseUrl?: string } = {}): Series {
  const warnings: SeriesWarning[] = [];
  const media = urlFrom(options.baseUrl);
  const image = softImage(options.baseUrl, warnings);
  const root = object(json, "$");
  if (root.version !== SERIES_VERSION) fail("$.version", `${SERIES_VERSION}`, root.version);

  const episodes = list(episodeFrom(media, image, warnings))(root.episodes, "$.episodes");
  if (episodes.length === 0)
    throw new ParseError("$.episodes", "expected at least one episode, got an empty list");
  refuseTwins(episodes);

  return Object.freeze({
    id: id(root.id, "$.id"),
    title: text(root.title, "$.title"),
    ...optional(root, "$", "synopsis", text),
    lang: root.lang === undefined ? "en" : lang(root.lang, "$.lang"),
    ...dropUndefined(optional(root, "$", "poster", image)),
    episodes,
    ...optional(root, "$", "next", nextFrom(media, image)),
    warnings: Object.freeze(warnings),
  });
}

function episodeFrom(
  media: Read<string>,
  image: Read<string | undefined>,
  warnings: SeriesWarning[],
): Read<Episode> {
  return (value, path) => {
    const fields = object(value, path);
    const access = oneOf(ACCESS)(fields.access, `${path}.access`);
    const hasSource = fields.source !== undefined && fields.source !== null;
    if (access === "free" && !hasSource)
      fail(`${path}.source`, "the source of a free episode", fields.source);
    if (access !== "free" && hasSource) {
      warnings.push({
        code: "unsafe-catalogue",
        path: `${path}.source`,
        message: `Episode '${String(fields.id)}' is ${access} but its media stands in this public manifest. It was ignored; remove it.`,
      });
    }
    return Object.freeze({
      id: id(fields.id, `${path}.id`),
      number: positive(fields.number, `${path}.number`),
      title: text(fields.title, `${path}.title`),
      ...optional(fields, path, "synopsis", text),
      ...optional(fields, path, "duration", seconds),
      ...dropUndefined(optional(fields, path, "poster", image)),
      access,
      ...optional(fields, path, "publishAt", iso),
      ...(access === "free" ? { source: sourceFrom(media, warnings)(fields.source, `${path}.source`) } : {}),
      ...(access === "locked" ? optional(fields, path, "teaser", media) : {}),
      // Captions are withheld with the media: the text of a locked episode is the episode.
      captions:
        access === "free"
          ? (optional(fields, path, "captions", list(captionFrom(media))).captions ?? [])
          : [],
    });
  };
}

function sourceFrom(media: Read<string>, warnings: SeriesWarning[]): Read<Source> {
  return (value, path) => {
    const fields = object(value, path);
    let start: Pick<Source, "start"> = {};
    try {
      start = optional(fields, path, "start", startFrom(media));
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      warnings.push({ code: "bad-start", path: error.path, message: error.message });
    }
    return Object.freeze({
      type: oneOf(["hls", "mp4"] as const)(fields.type, `${path}.type`),
      url: media(fields.url, `${path}.url`),
      ...start,
    });
  };
}

function nextFrom(media: Read<string>, image: Read<string | undefined>): Read<NextSeries> {
  return (value, path) => {
    const fields = object(value, path);
    return Object.freeze({
      url: media(fields.url, `${path}.url`),
      title: text(fields.title, `${path}.title`),
      ...dropUndefined(optional(fields, path, "poster", image)),
    });
  };
}

/** A bad picture is no reason to refuse a film. */
function softImage(baseUrl: string | undefined, warnings: SeriesWarning[]): Read<string | undefined> {
  const image = urlFrom(baseUrl, "image");
  return (value, path) => {
    try {
      return image(value, path);
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      warnings.push({ code: "bad-url", path, message: error.message });
      return undefined;
    }
  };
}

function positive(value: unknown, path: string): number {
  const number = count(value, path);
  return number > 0 ? number : fail(path, "a number ≥ 1", value);
}

function refuseTwins(episodes: readonly Episode[]): void {
  const seen = new Map<string, number>();
  episodes.forEach((episode, index) => {
    const first = seen.get(episode.id);
    if (first !== undefined) {
      throw new ParseError(
        `$.episodes[${index}].id`,
        `'${episode.id}' is also the id of $.episodes[${first}]`,
      );
    }
    seen.set(episode.id, index);
  });
}

function dropUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
