import type { Guest, Identity, Story } from "./schedule.js";

/** A request under a key, as its sender remembers it. */
export interface Keyed {
  readonly who: Identity;
  readonly key: string;
  readonly path: "/unlocks" | "/topups";
  readonly offer: "coins" | "rest" | "code" | "wait" | "topup";
  readonly body: object;
  readonly series: string;
  readonly episodes: readonly string[];
  /** The code that was typed. */
  readonly code?: string;
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
  /** When it was done, by the receipt. */
  readonly at?: string;
  /** Why nothing was opened. */
  readonly problem?: string;
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

/** Coins and episodes that the staff gave away. */
export interface Gift {
  readonly who: Identity;
  /** The same one never gives twice. */
  readonly ref: string;
  readonly coins: number;
  readonly series: string;
  readonly episodes: readonly string[];
  readonly moment: number;
  /** The platform's name of whom it is for; absent: nobody was found yet, and nothing can have been given. */
  viewer?: number;
  /** Whether it was given; absent: nobody knows. */
  isGiven?: boolean;
}

/** A guest that became the account. */
export interface Merge {
  readonly who: Guest;
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
  readonly gifts: Gift[];
  /** One for a guest, however often it is tried. */
  readonly merges: Merge[];
  /** Milliseconds since 1970 when it began: before, nobody waited for anything. */
  readonly begunAt: number;
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
  /** Those of which the film was given to whoever asked for it. */
  readonly played: readonly string[];
}

/** Makes an empty one. */
export function createHistory(story: Story, begunAt = Date.now()): History {
  return { story, keyed: [], refunds: [], revocations: [], gifts: [], merges: [], begunAt, faults: [] };
}

/** After the story: what is settled then may have happened in any moment. */
export const AFTERWARDS = Number.POSITIVE_INFINITY;

/**
 * Whether an episode's right, acknowledged in a request, may have been ended by now: by a revocation that was not over when
 * the request was sent, or by a refund of what had given it.
 */
function mayHaveEnded(history: History, own: Keyed | Gift, episode: string): boolean {
  const isOpen = ({ moment, wasLost }: { moment: number; wasLost: boolean }) =>
    wasLost || moment >= own.moment;
  const isOf = ({ series, episodes }: { readonly series: string; readonly episodes: readonly string[] }) =>
    series === own.series && episodes.includes(episode);
  return (
    history.revocations.some((end) => isOpen(end) && isOf(end)) ||
    history.refunds.some(
      (refund) =>
        isOpen(refund) && isOf(refund.keyed) && (refund.keyed === own || !hasRightOfItsOwn(history, own)),
    )
  );
}

/** Whether a request certainly gave a right that nothing but its own refund takes: it opened its episode itself. */
function hasRightOfItsOwn({ merges }: History, own: Keyed | Gift): boolean {
  // Of a gift, and of a bundle, nobody is told which of its episodes were not there yet.
  if (!("offer" in own) || own.offer === "rest" || own.end?.status !== 200 || own.end.already) return false;
  // A merge gives coins back for what two had paid, and the right with them.
  return own.end.charged === 0 || merges.every(({ refunded }) => refunded === 0);
}

/** What somebody's purchases and gifts have in common. */
type Own = { readonly who: Identity };

/** Whose purchases and gifts an identity has: after a merge the account has the guest's too. */
export function owns(history: History, who: Identity, own: Own, before: number): boolean {
  if (own.who === who) return true;
  const merge = findMerge(history, own.who);
  return who === "account" && merge?.doneIn !== undefined && merge.doneIn < before;
}

/** How an identity became the account; undefined: nobody tried. */
export function findMerge({ merges }: History, who: Identity): Merge | undefined {
  return merges.find((merge) => merge.who === who);
}

/** Episodes that were acknowledged before a moment and cannot have been ended: whoever asks must see them. */
export function selectOwed(
  history: History,
  who: Identity,
  before: number,
): readonly { readonly series: string; readonly episode: string }[] {
  const bought = history.keyed.filter(({ path, end }) => path === "/unlocks" && end?.status === 200);
  return [...bought, ...history.gifts.filter(({ isGiven }) => isGiven)]
    .filter((own) => own.moment < before && owns(history, who, own, before))
    .flatMap((own) =>
      own.episodes
        .filter((episode) => !mayHaveEnded(history, own, episode))
        .map((episode) => ({ series: own.series, episode })),
    );
}

/** Whether anything that was sent so far can have opened an episode to an identity: answered, or not yet. */
export function mayHave(history: History, who: Identity, series: string, episode: string): boolean {
  const mine = (own: Own) =>
    own.who === who || (who === "account" && findMerge(history, own.who) !== undefined);
  return (
    history.keyed.some(
      ({ end, ...keyed }) =>
        (end === undefined || end.status === 200) && mine(keyed) && opens(keyed, series, episode),
    ) ||
    history.gifts.some(
      ({ isGiven, ...gift }) => isGiven !== false && mine(gift) && opens(gift, series, episode),
    )
  );
}

function opens(
  own: { readonly series: string; readonly episodes: readonly string[] },
  series: string,
  episode: string,
): boolean {
  return own.series === series && own.episodes.includes(episode);
}
