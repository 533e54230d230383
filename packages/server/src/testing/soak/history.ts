import type { Identity, Story } from "./schedule.js";

/** A request under a key, as its sender remembers it. */
export interface Keyed {
  readonly who: Identity;
  readonly key: string;
  readonly path: "/unlocks" | "/topups";
  readonly offer: "coins" | "rest" | "code" | "topup";
  readonly body: object;
  readonly series: string;
  readonly episodes: readonly string[];
  /** The moment in which it was first sent. */
  readonly moment: number;
  /** How it ended, by the first answer that says so. */
  end?: KeyedEnd;
}

/** What a terminal answer says. */
export interface KeyedEnd {
  readonly status: number;
  /** Coins taken; 0 also where nothing was. */
  readonly charged: number;
  /** Nothing was opened because all of it was owned. */
  readonly already: boolean;
  readonly receipt?: string;
}

/** A purchase given back by the staff. `first`: what the answer said that did it; absent: it was lost, or there was none. */
export interface Refund {
  readonly keyed: Keyed;
  readonly receipt: string;
  readonly moment: number;
  first?: { readonly coins: number; readonly episodes: number };
  /** An attempt had no answer: it may have happened at any time. */
  wasLost: boolean;
  isSettled: boolean;
}

/** Rights ended by the staff. */
export interface Revocation {
  readonly who: Identity;
  readonly series: string;
  readonly episodes: readonly string[];
  readonly moment: number;
  /** How many rights it ended, at most. */
  ended: number;
  wasLost: boolean;
  isSettled: boolean;
}

/** A guest that became the account. */
export interface Merge {
  readonly moment: number;
  /** The moment in which its first answer came; absent: none came. */
  doneIn?: number;
  moved: number;
  refunded: number;
}

/** All that one person sent, and what came back. */
export interface History {
  readonly story: Story;
  readonly keyed: Keyed[];
  readonly refunds: Refund[];
  readonly revocations: Revocation[];
  merge?: Merge;
  /** What was wrong at the moment when it was seen. */
  readonly faults: string[];
}

/** What a person sees when all is quiet. */
export interface FinalView {
  readonly who: Identity;
  /** Coins less debt. */
  readonly coins: number;
  /** Granted episodes that cost something, as `series/episode`. */
  readonly granted: readonly string[];
}

/** Makes an empty one. */
export function createHistory(story: Story): History {
  return { story, keyed: [], refunds: [], revocations: [], faults: [] };
}

/** After the story: what is settled then may have happened in any moment. */
export const AFTERWARDS = Number.POSITIVE_INFINITY;

/**
 * Whether an episode's right, acknowledged in a request of that moment, may have been ended by now: a refund or a
 * revocation that was not over when the request was sent.
 */
export function mayHaveEnded(history: History, series: string, episode: string, since: number): boolean {
  const isOpen = ({ moment, wasLost }: { moment: number; wasLost: boolean }) => wasLost || moment >= since;
  return (
    history.refunds.some(
      (refund) => isOpen(refund) && refund.keyed.series === series && refund.keyed.episodes.includes(episode),
    ) ||
    history.revocations.some((end) => isOpen(end) && end.series === series && end.episodes.includes(episode))
  );
}

/** Whose purchases an identity has: after the merge the account has the guest's too. */
export function owns(history: History, who: Identity, keyed: Keyed, before: number): boolean {
  if (keyed.who === who) return true;
  return who === "account" && history.merge?.doneIn !== undefined && history.merge.doneIn < before;
}

/** Episodes that were acknowledged before a moment and cannot have been ended: whoever asks must see them. */
export function selectOwed(
  history: History,
  who: Identity,
  before: number,
): readonly { readonly series: string; readonly episode: string }[] {
  return history.keyed
    .filter(({ end, moment }) => end?.status === 200 && moment < before)
    .filter((keyed) => keyed.path === "/unlocks" && owns(history, who, keyed, before))
    .flatMap(({ series, episodes, moment }) =>
      episodes
        .filter((episode) => !mayHaveEnded(history, series, episode, moment))
        .map((episode) => ({ series, episode })),
    );
}
