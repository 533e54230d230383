import type { Iso, Json } from "./json.js";

/** A count of coins: a safe integer ≥ 0, never a fraction. */
export type Coins = number;

/** `amount` in the smallest unit of `currency`: coins for `COIN`, minor units (cents) for ISO 4217 codes. */
export interface Price {
  readonly amount: number;
  readonly currency: string;
}

interface OfferBase {
  readonly id: string;
  /** Words of the platform, shown as text. Absent: the player's own words. */
  readonly label?: string;
  /** Display data of the platform; the SDK never reads it. */
  readonly data?: Json;
}

/** Pay coins for this episode. */
export interface CoinsOffer extends OfferBase {
  readonly kind: "coins";
  readonly price: Price;
  /** The usual price, when this one is reduced. */
  readonly was?: Price;
  /** The same price in real money, when the platform gives a rate. */
  readonly money?: Price;
  /** When the right that this buys ends. Absent: never. */
  readonly until?: Iso;
}

/** Pay coins for several episodes at once. */
export interface BundleOffer extends OfferBase {
  readonly kind: "bundle";
  readonly price: Price;
  readonly money?: Price;
  /** When the right that this buys ends. Absent: never. */
  readonly until?: Iso;
  /** Ids of the episodes that this buys, those already owned left out. */
  readonly episodes: readonly string[];
  /** How many of the bundle the viewer owns already and does not pay for. */
  readonly owned: number;
  /** True when it buys all that is left of the series. */
  readonly rest: boolean;
}

/** Adds coins and unlocks nothing by itself. */
export interface TopUpOffer extends OfferBase {
  readonly kind: "topup";
  /** `adapter`: the SDK asks the adapter's `topUp`; `url`: a page of the platform; `host`: the page takes over. */
  readonly action: OfferAction;
  /** Coins that will be added. */
  readonly coins?: Coins;
  readonly price?: Price;
  /** True for play money: shown as a demonstration, no money moves. */
  readonly demo?: boolean;
}

/** Free from `availableAt` on, by the server's clock. */
export interface WaitOffer extends OfferBase {
  readonly kind: "wait";
  readonly availableAt: Iso;
}

/** A plan that opens episodes while it runs. */
export interface SubscriptionOffer extends OfferBase {
  readonly kind: "subscription";
  readonly action: OfferAction;
  readonly from?: Price;
  /** How often it renews: an ISO 8601 duration such as `P1W`. */
  readonly interval?: string;
}

/** A gift or voucher code that the viewer types. */
export interface CodeOffer extends OfferBase {
  readonly kind: "code";
}

/** A rewarded film of a sponsor. Port and states only; no network is built in. */
export interface AdOffer extends OfferBase {
  readonly kind: "ad";
  readonly network: string;
  /** The network's name for the place of the film. */
  readonly unit?: string;
  readonly leftToday: number;
}

/** Anything else: the page handles `drama-unlock-request`. */
export interface CustomOffer extends OfferBase {
  readonly kind: "custom";
  readonly action: OfferAction;
}

/** Who carries an offer out. `href` is http(s) and absolute. */
export type OfferAction =
  | { readonly type: "adapter" }
  | { readonly type: "host" }
  | { readonly type: "url"; readonly href: string };

/** A way to open an episode. Kinds unknown to a reader are skipped by the parser. */
export type Offer =
  | CoinsOffer
  | BundleOffer
  | TopUpOffer
  | WaitOffer
  | SubscriptionOffer
  | CodeOffer
  | AdOffer
  | CustomOffer;

/** The kinds of {@link Offer}. */
export type OfferKind = Offer["kind"];
