import type { Attribution, ViewerKey } from "./store.js";

/** A film that a viewer is about to see. */
export interface AdOrder {
  /** The session's id, a UUID. */
  readonly id: string;
  readonly network: string;
  readonly series: string;
  readonly episode: string;
  /** What the journal will say of the page on which the film began. */
  readonly terms: Attribution & {
    readonly offer: string;
    readonly rightsHolder: string;
    readonly session?: string;
  };
  readonly at: string;
  /** Nobody has seen the film before. */
  readonly countsFrom: string;
  /** Nobody's word counts afterwards. */
  readonly expiresAt: string;
  /** Rewarded films of one viewer within 24 hours. */
  readonly perDay: number;
  /** Films that one viewer may have begun and not seen. */
  readonly mostOpen: number;
}

/** Whether the film counts. */
export type AdBegin =
  | { readonly outcome: "begun" }
  | { readonly outcome: "declined"; readonly reason: "limit-reached" | "offer-gone" };

/** A network's word that a film was seen. */
export interface AdReward {
  readonly network: string;
  readonly session: string;
  /** The network's own id of this reward: each is worth one film. */
  readonly transaction: string;
  readonly at: string;
  readonly perDay: number;
}

/** What the word led to. `already`: it was said before, and nothing happened now. */
export type AdRewardOutcome =
  | { readonly outcome: "rewarded" | "over-cap"; readonly already: boolean }
  | {
      readonly outcome: "refused";
      readonly reason: "unknown-session" | "used" | "too-early" | "expired";
    };

/** Where rewarded films are kept; a part of the store. */
export interface AdStore {
  /** Begins to count a film. */
  beginAd(viewer: ViewerKey, order: AdOrder): Promise<AdBegin>;
  /** Opens the episode of a film, once, and answers the keys that wait for it. */
  rewardAd(reward: AdReward): Promise<AdRewardOutcome>;
}
