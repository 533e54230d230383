import type { EntitlementError } from "./errors.js";
import type { Iso } from "./json.js";
import type { Coins, Offer, Price } from "./offer.js";
import type { EpisodeRef } from "./ref.js";
import type { Caption, StartDescriptor } from "./series.js";

/** How a right was earned. Unknown words of newer servers are read as `other`. */
export type GrantVia =
  | "free"
  | "coins"
  | "bundle"
  | "ad"
  | "subscription"
  | "wait"
  | "gift"
  | "host"
  | "other";

/** Why an episode cannot be had by any offer. */
export type UnavailableReason = "geo" | "age" | "not-published" | "removed" | "device-limit" | "unknown";

/** The media of a granted episode; short-lived. All URLs absolute. */
export interface Playback {
  readonly url: string;
  readonly type: "hls" | "mp4";
  /** When the URL stops working, by the server's clock. Absent: never. */
  readonly expiresAt?: Iso;
  /** Names this watching session to the platform; not a secret. */
  readonly session: string;
  readonly start?: StartDescriptor;
  readonly captions: readonly Caption[];
  /** For edges that sign queries: appended to every relative URI, without `?`. */
  readonly childQuery?: string;
}

/**
 * What the platform says of one viewer and one episode.
 * `rev` grows with every change of the viewer's rights, where the backend has such a number.
 */
export type Access = { readonly ref: EpisodeRef; readonly rev?: number } & (
  | {
      readonly state: "granted";
      readonly via: GrantVia;
      /** When the right ends. Absent: never. */
      readonly until?: Iso;
      readonly playback?: Playback;
    }
  | { readonly state: "locked"; readonly offers: readonly Offer[] }
  | {
      readonly state: "signed-out";
      /** Previews: they can be shown, and used after sign-in. */
      readonly offers: readonly Offer[];
    }
  | { readonly state: "unavailable"; readonly reason: UnavailableReason }
  | { readonly state: "error"; readonly error: EntitlementError }
);

/** Coins of one currency. Spend order: bonus first, then paid. */
export interface Balance {
  readonly currency: string;
  readonly paid: Coins;
  readonly bonus: Coins;
  /** When the next bonus coins end. Absent: never, or there are none. */
  readonly bonusExpiresAt?: Iso;
}

/** What a viewer owns in coins; `rev` grows with every change. */
export interface Wallet {
  readonly balances: readonly Balance[];
  readonly rev: number;
}

/** The platform's signed price snapshot: opaque to clients, sent back with an unlock. */
export interface Quote {
  readonly value: string;
  readonly expiresAt: Iso;
}

/** What a line of the purchase history is about. Unknown words of newer servers are read as `other`. */
export type ReceiptKind = "unlock" | "topup" | "refund" | "gift" | "other";

/** Proof of a purchase that the viewer can read. */
export interface Receipt {
  readonly id: string;
  readonly at: Iso;
  readonly charged: Price;
  /** Absent: an unlock or a top-up, whichever was asked for. */
  readonly kind?: ReceiptKind;
  /** The episodes that it opened, or took back. */
  readonly refs?: readonly EpisodeRef[];
  /** From which bucket the coins came; adds up to `charged`. */
  readonly spent?: { readonly paid: Coins; readonly bonus: Coins };
  /** The id of the receipt that this one takes back. */
  readonly reverses?: string;
}

/** A page of the purchase history, newest first. */
export interface ReceiptPage {
  readonly receipts: readonly Receipt[];
  /** Ask with it for older ones. Absent: there are none. */
  readonly next?: string;
}
