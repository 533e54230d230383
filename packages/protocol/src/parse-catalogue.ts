import type { Asset, Catalogue, CatalogueEpisode } from "./catalogue.js";
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
import { relativeUrl } from "./parse/url.js";

const ASSET_ID = /^[0-9a-f]{32}$/;

/** Reads a platform's `platform.json`. @throws ParseError naming the JSON path */
export function parseCatalogue(json: unknown): Catalogue {
  const root = object(json, "$");
  if (root.version !== 1) fail("$.version", "1", root.version);
  return Object.freeze({
    version: 1,
    id: id(root.id, "$.id"),
    title: text(root.title, "$.title"),
    lang: root.lang === undefined ? "en" : lang(root.lang, "$.lang"),
    rightsHolder: root.rightsHolder === undefined ? "unknown" : text(root.rightsHolder, "$.rightsHolder"),
    episodes: list(parseEpisode)(root.episodes, "$.episodes"),
  });
}

const parseEpisode: Read<CatalogueEpisode> = (value, path) => {
  const fields = object(value, path);
  const access = oneOf(["free", "locked", "unpublished"] as const)(fields.access, `${path}.access`);
  if (access === "locked" && !fields.asset)
    fail(`${path}.asset`, "the asset of a locked episode", fields.asset);
  return Object.freeze({
    id: id(fields.id, `${path}.id`),
    number: count(fields.number, `${path}.number`),
    title: text(fields.title, `${path}.title`),
    access,
    ...optional(fields, path, "duration", seconds),
    ...optional(fields, path, "publishAt", iso),
    ...optional(fields, path, "asset", parseAsset),
  });
};

const parseAsset: Read<Asset> = (value, path) => {
  const fields = object(value, path);
  const assetId = text(fields.id, `${path}.id`);
  if (!ASSET_ID.test(assetId)) fail(`${path}.id`, "32 hexadecimal digits", assetId);
  return Object.freeze({
    id: assetId,
    type: oneOf(["hls", "mp4"] as const)(fields.type, `${path}.type`),
    url: relativeUrl(fields.url, `${path}.url`),
    ...optional(fields, path, "start", startFrom(relativeUrl)),
    captions: optional(fields, path, "captions", list(captionFrom(relativeUrl))).captions ?? [],
  });
};
