import type { Access, EpisodeRef, GrantVia, Iso } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol";
import { defined } from "../defined.js";

/** A right that the viewer has. */
export interface Right {
  readonly via: GrantVia;
  readonly until?: Iso;
  /** The receipt of the purchase that opened it. */
  readonly receipt?: string;
}

/** Who may see what, and since which change. */
export interface RightsBook {
  /** The right to an episode at this moment, if there is one. */
  find(ref: EpisodeRef): Right | undefined;
  give(ref: EpisodeRef, right: Right): void;
  /** Takes back what a receipt opened, or one episode. Returns what is closed now. */
  take(matching: { readonly receipt: string } | { readonly ref: EpisodeRef }): readonly EpisodeRef[];
  /** Opens everything for a while. */
  subscribe(until: Iso): void;
  /** What the platform says of an episode, its offers given. */
  describe(ref: EpisodeRef, offers: () => Extract<Access, { readonly state: "locked" }>["offers"]): Access;
}

/** An empty book. */
export function createRightsBook(isFree: (ref: EpisodeRef) => boolean, now: () => number): RightsBook {
  const rights = new Map<string, { readonly ref: EpisodeRef; readonly right: Right }>();
  let plan: Iso | undefined;
  let rev = 1;
  const isRunning = (until: Iso | undefined) => until === undefined || Date.parse(until) > now();

  const find = (ref: EpisodeRef): Right | undefined => {
    if (isFree(ref)) return { via: "free" };
    const right = rights.get(refKey(ref))?.right;
    if (right && isRunning(right.until)) return right;
    return plan !== undefined && isRunning(plan) ? { via: "subscription", until: plan } : undefined;
  };

  return {
    find,
    give(ref, right) {
      rights.set(refKey(ref), { ref, right });
      rev += 1;
    },
    take(matching) {
      const taken = [...rights.values()].filter(({ ref, right }) =>
        "ref" in matching ? refKey(ref) === refKey(matching.ref) : right.receipt === matching.receipt,
      );
      for (const { ref } of taken) rights.delete(refKey(ref));
      rev += 1;
      return taken.map(({ ref }) => ref);
    },
    subscribe(until) {
      plan = until;
      rev += 1;
    },
    describe(ref, offers) {
      const right = find(ref);
      if (right) return defined({ ref, rev, state: "granted", via: right.via, until: right.until });
      return { ref, rev, state: "locked", offers: offers() };
    },
  };
}
