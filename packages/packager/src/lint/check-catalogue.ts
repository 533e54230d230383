import {
  type Asset,
  type Catalogue,
  ParseError,
  parseCatalogue,
  type StartDescriptor,
} from "@micro-drama/protocol";
import { lintPlayable } from "./check-episode.js";
import { collectInto, type Finding } from "./finding.js";
import type { Reader } from "./reader.js";

/**
 * On a disk: checks the locked episodes of the `platform.json` beside the public folder, where there is one.
 * On a server: checks that nobody published that file.
 */
export async function lintCatalogue(reader: Reader, list: Finding[]): Promise<void> {
  if (!reader.isLocal) {
    await lintExposure(reader, list);
    return;
  }
  const url = new URL("../platform.json", reader.manifestUrl).href;
  const json = await readJson(url, reader);
  if (json === undefined) return;
  const root = collectInto(list, "platform.json $");
  const catalogue = parse(json, list);
  for (const [index, { asset, duration }] of (catalogue?.episodes ?? []).entries()) {
    if (!asset) continue;
    const playable = {
      ...absolute(asset, new URL(`../protected/${asset.id}/`, reader.manifestUrl).href),
      duration,
    };
    await lintPlayable(playable, reader, root.at(`.episodes[${index}].asset`));
  }
}

async function lintExposure(reader: Reader, list: Finding[]): Promise<void> {
  for (const path of ["platform.json", "../platform.json"]) {
    const json = await readJson(new URL(path, reader.manifestUrl).href, reader);
    if (typeof json !== "object" || json === null || !("episodes" in json)) continue;
    const mend = "Take it off the server now, and package with new asset ids: it names every locked film.";
    collectInto(list, path).error("the platform's catalogue is public", mend);
  }
}

async function readJson(url: string, reader: Reader): Promise<unknown> {
  const result = await reader.read(url);
  if (!result.ok) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(result.bytes));
  } catch {
    return undefined;
  }
}

function parse(json: unknown, list: Finding[]): Catalogue | undefined {
  try {
    return parseCatalogue(json);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const message = error.message.replace(`${error.path}: `, "");
    collectInto(list, `platform.json ${error.path}`).error(
      message,
      "Servers refuse the catalogue because of this.",
    );
    return undefined;
  }
}

function absolute({ type, url, start, captions }: Asset, folder: string) {
  const at = <T extends { readonly url: string }>(item: T): T => ({
    ...item,
    url: new URL(item.url, folder).href,
  });
  return {
    source: { type, url: new URL(url, folder).href, ...(start && { start: absoluteStart(start, at) }) },
    captions: captions.map(at),
  };
}

function absoluteStart(
  start: StartDescriptor,
  at: <T extends { readonly url: string }>(item: T) => T,
): StartDescriptor {
  const tracks = start.tracks.map((track) => ({
    ...track,
    init: at(track.init),
    segments: track.segments.map(at),
  }));
  return { ...start, tracks };
}
