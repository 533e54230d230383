import type { AdOffer, BundleOffer, Catalogue, Offer, WaitOffer } from "@micro-drama/protocol";
import { OFFER_IDS } from "../pricing/parse-price-list.js";
import {
  type PriceList,
  type SeriesPrices,
  selectEpisodePrice,
  selectSeriesPrices,
  sumDiscounted,
  toMoney,
} from "../pricing/price-list.js";
import type { Holdings } from "../store/store.js";

/** The ways to open one locked episode, in the order in which they are shown. Equal ones are the same list. */
export type OffersFor = (episode: string) => readonly Offer[];

/**
 * Prepares the offers of a series for one viewer. Without holdings nobody is known: the prices are shown, the
 * clock of waiting has not begun.
 */
export function createOffers(
  list: PriceList,
  catalogue: Catalogue,
  holdings: Holdings | undefined,
): OffersFor {
  const prices = selectSeriesPrices(list, catalogue.id);
  if (!prices) return () => [];
  // The same for every episode of the series: made once, and not at all when nothing locked is asked for.
  let shared: readonly Offer[] | undefined;
  const made = new Map<string, readonly Offer[]>();
  return (episode) => {
    const amount = selectEpisodePrice(prices, episode);
    const next = nextOffer(list, prices, catalogue, holdings, episode);
    const name = `${amount} ${next.map(({ episodes }) => episodes)}`;
    const known = made.get(name);
    if (known) return known;
    shared ??= [
      ...restOffer(list, prices, catalogue, holdings),
      ...waitOffer(prices, holdings),
      ...adOffer(list, prices, holdings),
      ...(prices.codes ? [{ id: OFFER_IDS.code, kind: "code" as const }] : []),
      ...topupOffers(list),
    ];
    const offers: readonly Offer[] = [
      { id: OFFER_IDS.coins, kind: "coins", ...priced(list, amount) },
      ...next,
      ...shared,
    ];
    made.set(name, offers);
    return offers;
  };
}

/**
 * The episodes that a `next` bundle is made of, owned ones too: so many in order, from the first of `episodes` on. Undefined
 * when the list has no such bundle, or one of `episodes` is not among them.
 */
export function selectNext(
  { next }: SeriesPrices,
  catalogue: Catalogue,
  episodes: readonly string[],
): readonly string[] | undefined {
  if (!next) return undefined;
  const locked = catalogue.episodes.filter(({ access }) => access === "locked").map(({ id }) => id);
  const from = locked.findIndex((id) => episodes.includes(id));
  const run = from < 0 ? [] : locked.slice(from, from + next.episodes);
  return episodes.every((id) => run.includes(id)) ? run : undefined;
}

/** The episodes that are for sale and not owned, in order: what "the rest of the series" means. */
export function selectRest(catalogue: Catalogue, holdings: Holdings | undefined): readonly string[] {
  const owned = new Set(holdings?.unlocks.map(({ episode }) => episode));
  return catalogue.episodes
    .filter(({ access, id }) => access === "locked" && !owned.has(id))
    .map(({ id }) => id);
}

/** Coins for the rest; undefined when the price list has no such offer or fewer than two episodes are left. */
export function selectRestAmount(prices: SeriesPrices, rest: readonly string[]): number | undefined {
  if (prices.restDiscountPercent === undefined || rest.length < 2) return undefined;
  return sumDiscounted(
    rest.map((episode) => selectEpisodePrice(prices, episode)),
    prices.restDiscountPercent,
  );
}

/** Not where it would open all that is left, which has an offer of its own, nor where it would open but one. */
function nextOffer(
  list: PriceList,
  prices: SeriesPrices,
  catalogue: Catalogue,
  holdings: Holdings | undefined,
  episode: string,
): readonly BundleOffer[] {
  const run = selectNext(prices, catalogue, [episode]);
  if (!run || !prices.next) return [];
  const rest = selectRest(catalogue, holdings);
  const episodes = run.filter((id) => rest.includes(id));
  const isAll = episodes.length === rest.length && selectRestAmount(prices, rest) !== undefined;
  if (episodes.length < 2 || isAll) return [];
  const amounts = episodes.map((id) => selectEpisodePrice(prices, id));
  const amount = sumDiscounted(amounts, prices.next.discountPercent);
  return [
    {
      ...{ id: OFFER_IDS.next, kind: "bundle", ...priced(list, amount), episodes },
      ...{ owned: run.length - episodes.length, rest: false },
    },
  ];
}

function restOffer(
  list: PriceList,
  prices: SeriesPrices,
  catalogue: Catalogue,
  holdings: Holdings | undefined,
): readonly Offer[] {
  const rest = selectRest(catalogue, holdings);
  const amount = selectRestAmount(prices, rest);
  if (amount === undefined) return [];
  const locked = catalogue.episodes.filter(({ access }) => access === "locked").length;
  return [
    {
      id: OFFER_IDS.rest,
      kind: "bundle",
      ...priced(list, amount),
      episodes: rest,
      owned: locked - rest.length,
      rest: true,
    },
  ];
}

function waitOffer({ waitSeconds }: SeriesPrices, holdings: Holdings | undefined): readonly WaitOffer[] {
  if (waitSeconds === undefined || holdings?.waitSince === undefined) return [];
  const availableAt = new Date(Date.parse(holdings.waitSince) + waitSeconds * 1000).toISOString();
  return [{ id: OFFER_IDS.wait, kind: "wait", availableAt }];
}

/** Films are counted by viewer: to nobody, none is offered. */
function adOffer(
  { ads }: PriceList,
  prices: SeriesPrices,
  holdings: Holdings | undefined,
): readonly AdOffer[] {
  if (!prices.ads || !ads || !holdings) return [];
  return [
    {
      id: OFFER_IDS.ad,
      kind: "ad",
      network: ads.network,
      ...(ads.unit === undefined ? {} : { unit: ads.unit }),
      leftToday: Math.max(0, ads.perDay - holdings.filmsSeen),
    },
  ];
}

function topupOffers(list: PriceList): readonly Offer[] {
  return list.topups.map(({ id, coins, demo, label }) => ({
    id,
    kind: "topup",
    action: { type: "adapter" },
    coins,
    demo,
    ...(label === undefined ? {} : { label }),
  }));
}

function priced(list: PriceList, amount: number) {
  const money = toMoney(list, amount);
  return { price: { amount, currency: list.currency }, ...(money ? { money } : {}) };
}
