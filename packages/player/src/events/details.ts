import type { Offer, OfferKind, Price } from "@micro-drama/protocol";
import type { NavigationCause } from "../core/actions.js";
import type { PublicState } from "../core/public-state.js";
import type { WishCause } from "../core/wish.js";
import type { EpisodeBytes, SeriesBytes } from "../measure/byte-ledger.js";

/** Carried by every event: where the player stands. */
export interface DramaDetail {
  readonly series: string;
  readonly episode: string;
  readonly number: number;
  readonly access: PublicState["access"];
  /** The publisher's name for the place of the element; empty when not set. */
  readonly placement: string;
}

/** An offer as pages see it: nothing that could be replayed. */
export interface OfferDetail {
  readonly offer: { readonly id: string; readonly kind: OfferKind; readonly price?: Price };
}

/** What is on the screen. */
export interface Rendition {
  /** Pixels of the video itself. */
  readonly width: number;
  readonly height: number;
  /** Bits per second, as the playlist says; absent for single files. */
  readonly bitrate?: number;
}

/** The details of all events, by name. Requests (`-request`) come before and can be cancelled; the rest are facts. */
export interface DramaEventDetails {
  "drama-ready": DramaDetail & { readonly episodes: number };
  "drama-episode-request": DramaDetail & { readonly to: string; readonly by: NavigationCause };
  "drama-break-request": DramaDetail & { readonly to: string; readonly by: NavigationCause };
  "drama-episode-change": DramaDetail & { readonly from: string; readonly by: NavigationCause };
  "drama-gate-open": DramaDetail;
  "drama-gate-close": DramaDetail;
  "drama-lock-change": DramaDetail;
  "drama-sign-in-request": DramaDetail;
  "drama-reminder-request": DramaDetail & {
    /** ISO 8601: when the episode is free, by the server's clock. */
    readonly availableAt: string;
  };
  "drama-unlock-request": DramaDetail & OfferDetail;
  "drama-unlock-success": DramaDetail & {
    readonly via: string;
    readonly charged: Price | null;
    readonly receipt?: string;
  };
  "drama-unlock-failure": DramaDetail & { readonly reason: string };
  "drama-first-frame": DramaDetail & {
    readonly cause: WishCause;
    /**
     * Milliseconds from the cause to the first frame that was presented, by `requestVideoFrameCallback`. Of an
     * episode whose first frame was on its way in already (`preloaded`), to the first one that moves.
     */
    readonly elapsedMs: number;
    /** The first frame had been decoded before it was wished for. */
    readonly preloaded: boolean;
    /** Absent while the browser does not say it. */
    readonly rendition?: Rendition;
  };
  "drama-progress": DramaDetail & {
    /** Seconds. */
    readonly position: number;
    readonly duration: number;
    /** How often pictures stopped for want of data since this episode became active; waiting for a seek is none. */
    readonly stalls: number;
    /** For how long together, in milliseconds. */
    readonly stallMs: number;
    readonly rendition?: Rendition;
    /** Media bytes of this episode. Absent for files that the browser loads by itself. */
    readonly bytes?: EpisodeBytes;
    /** Media bytes of all episodes since the series was opened. */
    readonly seriesBytes: SeriesBytes;
  };
  "drama-offer-seen": DramaDetail & { readonly offers: readonly OfferDetail["offer"][] };
  "drama-offer-chosen": DramaDetail & OfferDetail;
  "drama-share-request": DramaDetail & {
    readonly title: string;
    /** The page with the episode and the position in its address. */
    readonly url: string;
  };
  /** What has this viewer said of the series? Asked once for each. */
  "drama-reactions-request": DramaDetail;
  /** Of the episode; `on`: likes it from now on, or no more. */
  "drama-like-request": DramaDetail & { readonly on: boolean };
  /** Of the series. */
  "drama-follow-request": DramaDetail & { readonly on: boolean };
  "drama-mode-change": DramaDetail & { readonly mode: PublicState["mode"] };
  "drama-series-end": DramaDetail;
  "drama-error": DramaDetail & { readonly code: string; readonly message: string };
}

/** The name of any event of the element. */
export type DramaEventName = keyof DramaEventDetails;

/** The data of an offer that leaves the element. */
export function offerDetail(offer: Offer): OfferDetail["offer"] {
  return Object.freeze({
    id: offer.id,
    kind: offer.kind,
    ...("price" in offer && offer.price ? { price: offer.price } : {}),
  });
}
