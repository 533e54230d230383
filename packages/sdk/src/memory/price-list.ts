import type { BundleOffer, EpisodeRef, Offer, Price } from "@micro-drama/protocol";
import type { MemoryAdapterOptions } from "./options.js";
import { COIN } from "./purse.js";

/** Ids of the offers. */
export const OFFER = {
  coins: "coins",
  next: "next",
  rest: "rest",
  wait: "wait",
  code: "code",
  ad: "ad",
  plan: "plan",
};

/** What the list needs to know of the viewer. */
export interface Buyer {
  owns(ref: EpisodeRef): boolean;
  adsLeft(): number;
}

/** The ways to open an episode, for a viewer who does not own it. */
export function listOffers(options: MemoryAdapterOptions, ref: EpisodeRef, buyer: Buyer): readonly Offer[] {
  const { topUps = { "500": 500 }, codes = [], waits = {}, ads, subscription } = options;
  const availableAt = waits[ref.episode];
  return [
    { id: OFFER.coins, kind: "coins", price: coins(options.price ?? 30) },
    ...listBundles(options, ref, buyer),
    ...(ads ? [{ id: OFFER.ad, kind: "ad", network: ads.network, leftToday: buyer.adsLeft() } as const] : []),
    ...(availableAt ? [{ id: OFFER.wait, kind: "wait", availableAt } as const] : []),
    ...(codes.length > 0 ? [{ id: OFFER.code, kind: "code" } as const] : []),
    ...(subscription ? [{ id: OFFER.plan, kind: "subscription", action: { type: "adapter" } } as const] : []),
    ...Object.entries(topUps).map(
      ([id, amount]) =>
        ({ id, kind: "topup", action: { type: "adapter" }, coins: amount, demo: true }) as const,
    ),
  ];
}

/** A number of coins as a price. */
export function coins(amount: number): Price {
  return { amount, currency: COIN };
}

function listBundles(
  { episodes, bundle, price = 30 }: MemoryAdapterOptions,
  ref: EpisodeRef,
  buyer: Buyer,
): readonly BundleOffer[] {
  if (!bundle) return [];
  const offer = (id: string, all: readonly string[], rest: boolean): BundleOffer => {
    const wanted = all.filter((episode) => !buyer.owns({ series: ref.series, episode }));
    const amount = Math.floor((wanted.length * price * (100 - (bundle.discountPercent ?? 20))) / 100);
    const owned = all.length - wanted.length;
    return { id, kind: "bundle", price: coins(amount), episodes: wanted, owned, rest };
  };
  const onwards = episodes.slice(Math.max(episodes.indexOf(ref.episode), 0));
  return [
    ...(bundle.next ? [offer(OFFER.next, onwards.slice(0, bundle.next), false)] : []),
    ...(bundle.rest ? [offer(OFFER.rest, onwards, true)] : []),
  ].filter((one) => one.episodes.length > 1);
}
