import type { EpisodeRef, Offer, TopUpResult } from "@micro-drama/protocol";
import type { Checks } from "../checks.js";
import type { Entitlements } from "../entitlements.js";
import { toEntitlementError, toFailure } from "../failure.js";
import { retry } from "../waiting.js";
import type { SpendingCore } from "./spending-core.js";
import { createTopUpKeys } from "./top-up-keys.js";

/** One press of the button is worth this many sendings of its key. */
const MOST_TRIES = 3;

/** Top-ups over a core. A press after one without an answer sends the old key again: coins are paid for once. */
export function createTopUps(core: SpendingCore, checks: Checks): Entitlements["topUp"] {
  const { adapter, store, platform } = core;
  const openKeys = createTopUpKeys(core);
  const flights = new Map<string, ReturnType<Entitlements["topUp"]>>();

  const send = async (offer: Offer, signal: AbortSignal): Promise<TopUpResult> => {
    const key = openKeys.keyFor(offer.id);
    const result = await retry(platform, { tries: MOST_TRIES, signal }, async (attempt) =>
      adapter.topUp?.(offer.id, key, { cause: attempt === 1 ? "after-purchase" : "retry", attempt, signal }),
    );
    if (result?.outcome !== "pending" && !signal.aborted) openKeys.end(offer.id);
    return result ?? { outcome: "declined", reason: "policy" };
  };

  const topUp = async (ref: EpisodeRef, offer: Offer) => {
    const signal = core.viewerSignal();
    try {
      const result = await send(offer, signal);
      if (signal.aborted || result.outcome !== "added") return result;
      store.setWallet(result.wallet);
      await checks.ask([ref], { cause: "after-purchase", force: true, forgetDecline: true });
      return result;
    } catch (thrown) {
      const error = toEntitlementError(thrown);
      core.log("warn", `top-up failed: ${error.message}`);
      const { message } = toFailure(error);
      return { outcome: "failed", message } as const;
    }
  };

  return (ref, offer) => {
    const running = flights.get(offer.id);
    if (running) return running;
    const flight = topUp(ref, offer).finally(() => flights.delete(offer.id));
    flights.set(offer.id, flight);
    return flight;
  };
}
