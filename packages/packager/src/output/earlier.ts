import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Catalogue } from "@micro-drama/protocol";
import { isId } from "../input/config.js";
import { readJson } from "./files.js";
import { homeOf, type Layout, posterUrl } from "./layout.js";
import { readStamp, type Stamp, stampPath } from "./stamp.js";

/** What an earlier run left in the output folder. */
export interface Earlier {
  /** Every episode that was packaged or announced. */
  readonly ids: readonly string[];
  /** Asset ids by episode. */
  readonly assetIds: ReadonlyMap<string, string>;
}

/** Reads what earlier runs left: the catalogue first, then the stamps of a run that did not finish. */
export async function readEarlier(layout: Layout): Promise<Earlier> {
  const catalogue = (await readJson(layout.catalogue)) as Partial<Catalogue> | undefined;
  const stamps = await readStamps(layout);
  const assetIds = new Map<string, string>();
  for (const [id, { assetId }] of stamps) assetIds.set(id, assetId);
  for (const { id, asset } of catalogue?.episodes ?? []) if (asset) assetIds.set(id, asset.id);
  const safe = [...assetIds].filter(([, assetId]) => /^[0-9a-f]{32}$/.test(assetId));
  const listed = (catalogue?.episodes ?? []).map(({ id }) => id);
  return { ids: [...new Set([...listed, ...stamps.keys()])].filter(isId), assetIds: new Map(safe) };
}

async function readStamps(layout: Layout): Promise<ReadonlyMap<string, Stamp>> {
  const names = await readdir(join(layout.memory, "episodes")).catch((): string[] => []);
  const stamps = new Map<string, Stamp>();
  for (const name of names) {
    const id = basename(name, ".json");
    const stamp = await readStamp(layout, id);
    if (stamp) stamps.set(id, stamp);
  }
  return stamps;
}

/**
 * Removes what earlier runs published and this one does not: episodes that are gone, and above all
 * media that were free and are locked now.
 */
export async function removeStale(
  layout: Layout,
  earlier: Earlier,
  current: readonly { readonly id: string; readonly access: string; readonly hasPoster: boolean }[],
): Promise<void> {
  const remove = (path: string) => rm(path, { recursive: true, force: true });
  for (const id of new Set([...earlier.ids, ...current.map((episode) => episode.id)])) {
    const now = current.find((episode) => episode.id === id);
    const assetId = earlier.assetIds.get(id);
    if (now?.access !== "free") await remove(join(layout.out, "public", id));
    if (now?.access !== "locked" && assetId)
      await remove(join(layout.out, homeOf({ id, access: "locked" }, assetId)));
    if (!now?.hasPoster) await remove(join(layout.out, "public", posterUrl(id)));
    if (!now || now.access === "unpublished") await remove(stampPath(layout, id));
  }
}
