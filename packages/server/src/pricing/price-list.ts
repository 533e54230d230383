import type { Price } from "@micro-drama/protocol";

/** What everything costs; read from `prices.json` by `parsePriceList`. */
export interface PriceList {
  /** Goes into every journal, so that a statement can say by which list a viewer paid. */
  readonly version: string;
  /** The platform's own currency, such as `COIN`. */
  readonly currency: string;
  /** What `coins` cost in real money (`amount` in the smallest unit). Absent: no real-money price is shown. */
  readonly rate?: { readonly currency: string; readonly coins: number; readonly amount: number };
  /** Coins of a new guest. */
  readonly guest: Welcome;
  /** Coins of a viewer who comes with a publisher's log-in for the first time. */
  readonly member: Welcome;
  /** By series id; `*` stands for all others. */
  readonly series: ReadonlyMap<string, SeriesPrices>;
  readonly topups: readonly TopUp[];
  /** Rewarded films. Absent: there are none. */
  readonly ads?: AdTerms;
}

/** Which films open an episode, and how many. */
export interface AdTerms {
  /** Name of the network; the platform has to trust one of that name. */
  readonly network: string;
  /** The network's name for the place of the film. */
  readonly unit?: string;
  /** Films of one viewer within 24 hours. */
  readonly perDay: number;
  /** No film is over sooner. */
  readonly minSeconds: number;
}

/** Coins given at the first sight of a viewer. */
export interface Welcome {
  readonly bonus: number;
  readonly paid: number;
}

/** Prices inside one series. */
export interface SeriesPrices {
  /** Coins for one locked episode. */
  readonly episode: number;
  /** Coins of the episodes that cost something else. */
  readonly overrides: ReadonlyMap<string, number>;
  /** Percent off when all that is left is bought at once. Absent: no such offer. */
  readonly restDiscountPercent?: number;
  /** The next episodes in one purchase. Absent: no such offer. */
  readonly next?: NextBundle;
  /** Seconds after which one more episode is free. Absent: no such offer. */
  readonly waitSeconds?: number;
  /** May codes be typed? */
  readonly codes: boolean;
  /** Does a film open an episode? */
  readonly ads: boolean;
}

/** Several episodes in a row, from the one that is locked before the viewer. */
export interface NextBundle {
  /** How many, those already owned counted in. At least 2. */
  readonly episodes: number;
  readonly discountPercent: number;
}

/** Coins that a viewer can add. `demo`: play money, no payment behind it. */
export interface TopUp {
  readonly id: string;
  readonly coins: number;
  readonly demo: boolean;
  readonly label?: string;
}

/** The prices that hold for a series; undefined when nothing of it is for sale. */
export function selectSeriesPrices(list: PriceList, series: string): SeriesPrices | undefined {
  return list.series.get(series) ?? list.series.get("*");
}

/** Coins for one episode. */
export function selectEpisodePrice(prices: SeriesPrices, episode: string): number {
  return prices.overrides.get(episode) ?? prices.episode;
}

/** Coins for several episodes, `discountPercent` off, rounded down as the database does it. */
export function sumDiscounted(amounts: readonly number[], discountPercent: number): number {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return Math.floor((total * (100 - discountPercent)) / 100);
}

/** The same amount of coins in real money, when the list gives a rate. */
export function toMoney(list: PriceList, coins: number): Price | undefined {
  if (!list.rate) return undefined;
  return {
    amount: Math.round((coins * list.rate.amount) / list.rate.coins),
    currency: list.rate.currency,
  };
}
