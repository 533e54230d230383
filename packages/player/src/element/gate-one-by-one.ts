import type { Price } from "@micro-drama/protocol";
import { type PlayerModel, unlockOf } from "../core/player-model.js";

/**
 * What the locked episodes from here on cost one by one: the sum of the platform's own quotes, so that nobody has to
 * add up what a series costs. `undefined` where one of them is not quoted, or only one is left.
 */
export function selectOneByOne(model: PlayerModel): Price | undefined {
  const locked = (model.series?.episodes ?? []).filter(
    (episode) => episode.access === "locked" && unlockOf(model, episode).name !== "granted",
  );
  let sum: Price | undefined;
  for (const episode of locked) {
    const unlock = unlockOf(model, episode);
    const offers = "offers" in unlock ? (unlock.offers ?? []) : [];
    const price = offers.find(({ kind }) => kind === "coins");
    if (price?.kind !== "coins" || (sum && sum.currency !== price.price.currency)) return undefined;
    sum = { amount: (sum?.amount ?? 0) + price.price.amount, currency: price.price.currency };
  }
  return locked.length > 1 ? sum : undefined;
}
