import type { EntitlementAdapter } from "@micro-drama/protocol";
import { parsePlayback } from "@micro-drama/protocol";
import type { Core } from "./core.js";
import { defined } from "./defined.js";
import type { Entitlements } from "./entitlements.js";
import { isUnderWay } from "./rights.js";
import type { Settlement } from "./settlement.js";

/** Carries out what a page answered to `drama-unlock-request`. */
export function createHostAnswers(
  core: Core,
  adapter: EntitlementAdapter,
  settlement: Settlement,
): Entitlements["settleByHost"] {
  const { store, rights } = core;
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      core.log("error", `the page's grant could not be taken over: ${String(error)}`);
      return undefined;
    }
  };
  return async (ref, answer) => {
    const state = store.stateOf(ref);
    // Money of ours is under way: its own answer counts, not the page's.
    if (answer.outcome === "cancelled" || isUnderWay(state)) return state;
    if (answer.outcome === "granted") {
      const playback = attempt(() => answer.playback && parsePlayback(answer.playback));
      if (playback) {
        rights.vouch(ref, playback);
        return store.stateOf(ref);
      }
      attempt(() => adapter.hostGranted?.(ref));
      if (await settlement.expectGrant(ref, "host")) return store.stateOf(ref);
    }
    const now = store.stateOf(ref);
    if (now.name !== "locked") return now;
    const message = answer.outcome === "declined" ? answer.message : undefined;
    const decline = defined({ reason: "policy", message });
    return store.send(ref, { type: "check" }, { type: "deny", offers: now.offers, decline });
  };
}
