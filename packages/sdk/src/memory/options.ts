import type { Coins, EpisodeRef, Iso } from "@micro-drama/protocol";
import type { Media } from "../media.js";

/** What {@link createMemoryAdapter} needs. Everything but `episodes` has a default. */
export interface MemoryAdapterOptions {
  /** Ids of the episodes, in playing order; of every series that is asked about. */
  readonly episodes: readonly string[];
  /** Ids of the free ones. Default: none. */
  readonly free?: readonly string[];
  /** Coins for one episode. Default 30. */
  readonly price?: Coins;
  /** What the viewer has at the beginning. Default: 100 bonus coins. */
  readonly wallet?: { readonly paid?: Coins; readonly bonus?: Coins };
  /** Offers several episodes at once: the next `next` locked ones and, with `rest`, all that are left. */
  readonly bundle?: { readonly next?: number; readonly rest?: boolean; readonly discountPercent?: number };
  /** Coins to be had, by offer id. Nothing is paid for them. Default: 500 coins. */
  readonly topUps?: { readonly [id: string]: Coins };
  /** Codes that open one episode each, once. Default: none. */
  readonly codes?: readonly string[];
  /** When locked episodes become free, by episode id. Default: never. */
  readonly waits?: { readonly [episode: string]: Iso };
  /** Rewarded films. Default: none. */
  readonly ads?: { readonly network: string; readonly perDay: number; readonly minSeconds: number };
  /** Offers a plan that opens everything. Default: none. */
  readonly subscription?: { readonly days: number };
  /** Where the media of an open episode is. Default: episodes without media. */
  readonly source?: (ref: EpisodeRef) => Media | undefined;
  /** The platform's clock, milliseconds since the epoch. Default: the device's. */
  readonly now?: () => number;
  /** Tells apart stored keys of several such platforms on one origin. Default `memory`. */
  readonly name?: string;
}
