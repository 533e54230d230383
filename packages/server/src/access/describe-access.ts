import type { Access, Catalogue, CatalogueEpisode, Wallet } from "@micro-drama/protocol";
import type { PriceList } from "../pricing/price-list.js";
import type { Holdings } from "../store/store.js";
import { createOffers } from "./offers.js";

/** Catalogues never change while the server runs; their episodes are asked for with every request. */
const indexes = new WeakMap<Catalogue, ReadonlyMap<string, CatalogueEpisode>>();

/** Says of any episode id of a series whether the viewer may play it. Pure: no media is named here. */
export type DescribeAccess = (episode: string) => Access;

/** Prepares the description for one viewer; without holdings, for somebody whom nobody knows. */
export function createDescription(
  list: PriceList,
  catalogue: Catalogue,
  holdings: Holdings | undefined,
): DescribeAccess {
  const held = new Map(holdings?.unlocks.map((unlock) => [unlock.episode, unlock]));
  const offersFor = createOffers(list, catalogue, holdings);
  const rev = holdings ? { rev: holdings.rev } : {};

  return (id) => {
    const base = { ref: { series: catalogue.id, episode: id }, ...rev };
    const episode = findEpisode(catalogue, id);
    if (!episode) return { ...base, state: "unavailable", reason: "removed" };
    if (episode.access === "free") return { ...base, state: "granted", via: "free" };
    if (episode.access === "unpublished") return { ...base, state: "unavailable", reason: "not-published" };
    const unlock = held.get(id);
    if (unlock) {
      const until = unlock.until === undefined ? {} : { until: unlock.until };
      return { ...base, state: "granted", via: unlock.via, ...until };
    }
    return { ...base, state: holdings ? "locked" : "signed-out", offers: offersFor(id) };
  };
}

/** The coins of a viewer, as players read them. */
export function toWallet(
  list: PriceList,
  { paid, bonus, rev }: Pick<Holdings, "paid" | "bonus" | "rev">,
): Wallet {
  return { balances: [{ currency: list.currency, paid, bonus }], rev };
}

/** The episode with this id. */
export function findEpisode(catalogue: Catalogue, id: string): CatalogueEpisode | undefined {
  const known = indexes.get(catalogue);
  if (known) return known.get(id);
  const index = new Map(catalogue.episodes.map((episode) => [episode.id, episode]));
  indexes.set(catalogue, index);
  return index.get(id);
}
