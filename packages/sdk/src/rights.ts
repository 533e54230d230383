import type { Access, EpisodeRef, Playback } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol";
import type { AccessStore } from "./access-store.js";
import { defined } from "./defined.js";
import { toFailure } from "./failure.js";
import type { UnlockEvent } from "./unlock-event.js";
import type { Failure, UnlockState } from "./unlock-state.js";

/** Marks when something was asked, in the order of this page. */
export type Moment = number;

/** Decides which of two answers about an episode is newer, and commits the newer one. */
export interface Rights {
  /** Call when a question leaves. */
  begin(): Moment;
  /** Commits one item of a check's answer, unless something newer is known. */
  merge(item: Access, askedAt: Moment, options?: { readonly forgetDecline?: boolean }): void;
  /** Commits one granted item of an unlock's answer: as new as can be, even without a `rev`. */
  acknowledge(item: Access & { readonly state: "granted" }, extra?: Partial<Grant>): void;
  /** The page opened the episode itself and brought the media: no backend that knows nothing of it takes it back. */
  vouch(ref: EpisodeRef, playback: Playback): void;
  forget(): void;
}

type Kept = Pick<Extract<UnlockEvent, { readonly type: "deny" }>, "decline" | "failure">;
type Grant = Extract<UnlockEvent, { readonly type: "grant" }>;

/**
 * An old check must not overwrite a newer grant, and a newer revocation must win. Where a backend numbers its changes
 * (`rev`), numbers decide. Elsewhere an answer counts only when it was asked for after the last one that counted.
 */
export function createRights(store: AccessStore): Rights {
  const newest = new Map<string, { readonly rev: number | undefined; readonly moment: Moment }>();
  const vouched = new Set<string>();
  let moment: Moment = 0;

  const isNews = ({ ref, rev }: Access, askedAt: Moment): boolean => {
    const known = newest.get(refKey(ref));
    if (known === undefined) return true;
    if (rev !== undefined && known.rev !== undefined && rev !== known.rev) return rev > known.rev;
    return askedAt > known.moment;
  };

  return {
    begin: () => ++moment,
    merge(item, askedAt, { forgetDecline = false } = {}) {
      const state = store.stateOf(item.ref);
      if (item.state === "error") {
        if (state.name === "checking") store.send(item.ref, { type: "fail", failure: toFailure(item.error) });
        return;
      }
      // While money is under way only a grant is news: the question may have overtaken the purchase.
      if (isUnderWay(state) && item.state !== "granted") return;
      if (vouched.has(refKey(item.ref)) && "offers" in item) return;
      if (isNews(item, askedAt)) {
        newest.set(refKey(item.ref), { rev: item.rev, moment: askedAt });
        store.send(item.ref, ...toOpen(state, item.state), toEvent(item, state, forgetDecline));
      } else if (state.name === "checking" && askedAt > (newest.get(refKey(item.ref))?.moment ?? 0)) {
        // A replica that lags behind what is known already. Asking again later is all that can be done.
        store.send(item.ref, { type: "fail", failure: LAGGING });
      }
    },
    acknowledge(item, extra = {}) {
      newest.set(refKey(item.ref), { rev: item.rev, moment: ++moment });
      const state = store.stateOf(item.ref);
      store.send(item.ref, ...toOpen(state, "granted"), { ...toGrant(item), ...extra });
    },
    vouch(ref, playback) {
      vouched.add(refKey(ref));
      store.send(ref, ...toOpen(store.stateOf(ref), "granted"), { type: "grant", via: "host", playback });
    },
    forget() {
      newest.clear();
      vouched.clear();
    },
  };
}

const LAGGING: Failure = Object.freeze({
  code: "bad-response",
  message: "The answer is older than what is known.",
  retryable: true,
});

/** Tells whether a purchase is under way whose end is not known. */
export function isUnderWay(state: UnlockState): boolean {
  return ["unlocking", "pending", "confirming"].includes(state.name);
}

/** The events that lead from a settled state to one that takes an answer, so that both commit as one change. */
function toOpen(state: UnlockState, answer: Access["state"]): readonly UnlockEvent[] {
  if (state.name === "checking" || isUnderWay(state)) return [];
  if (state.name === "granted") return answer === "granted" ? [] : [{ type: "revoke" }];
  return [{ type: state.name === "signed-out" ? "signed-in" : "check" }];
}

function toEvent(
  item: Exclude<Access, { readonly state: "error" }>,
  state: UnlockState,
  forgetDecline: boolean,
): UnlockEvent {
  switch (item.state) {
    case "granted":
      return toGrant(item);
    case "locked": {
      // New prices do not unsay why the last attempt failed.
      const kept: Kept = state.name === "locked" && !forgetDecline ? state : {};
      const { decline, failure } = kept;
      return defined({ type: "deny", offers: item.offers, decline, failure });
    }
    case "signed-out":
      return { type: "sign-in-required", offers: item.offers };
    case "unavailable":
      return { type: "unavailable", reason: item.reason };
  }
}

function toGrant({ via, until, playback }: Access & { readonly state: "granted" }): Grant {
  return defined({ type: "grant", via, until, playback });
}
