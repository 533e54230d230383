import { parsePlayback } from "@micro-drama/protocol";
import type { Core } from "../core.js";
import { defined } from "../defined.js";
import type { Entitlements } from "../entitlements.js";
import { callSafely } from "../failure.js";
import { isUnderWay } from "../rights.js";
import type { Settlement } from "./settlement.js";

/** Carries out what a page answered to `drama-unlock-request`. */
export function createHostAnswers(core: Core, settlement: Settlement): Entitlements["settleByHost"] {
  const { store, rights } = core;
  const safely = <T>(work: () => T) => callSafely(core.log, "taking over the page's grant", work);
  return async (ref, answer) => {
    const state = store.stateOf(ref);
    // Money of ours is under way: its own answer counts, not the page's.
    if (answer.outcome === "cancelled" || isUnderWay(state)) return state;
    if (answer.outcome === "granted") {
      const playback = safely(() => answer.playback && parsePlayback(answer.playback));
      if (playback) {
        rights.vouch(ref, playback);
        return store.stateOf(ref);
      }
      safely(() => core.adapter.inner.hostGranted?.(ref));
      if (await settlement.expectGrant(ref, "host")) return store.stateOf(ref);
    }
    const now = store.stateOf(ref);
    if (now.name !== "locked") return now;
    const message = answer.outcome === "declined" ? answer.message : undefined;
    const decline = defined({ reason: "policy", message });
    return store.send(ref, { type: "check" }, { type: "deny", offers: now.offers, decline });
  };
}
