import type { EpisodeRef, Offer, TopUpResult } from "@micro-drama/protocol";
import type { Checks } from "../checks.js";
import type { Entitlements } from "../entitlements.js";
import { toEntitlementError, toFailure } from "../failure.js";
import { retry, sleep } from "../waiting.js";
import type { SpendingCore } from "./spending-core.js";
import { createTopUpKeys } from "./top-up-keys.js";

/** One press of the button is worth this many sendings of its key. */
const MOST_TRIES = 3;

/** How often the platform is asked about a top-up that it took and has not settled; it may wish for a longer pause. */
const ASK_EVERY_MS = 5000;
/** From here on only the viewer's next press asks. */
const FOLLOWED_FOR_MS = 10 * 60_000;

/** Top-ups over a core. A press after one without an answer sends the old key again: coins are paid for once. */
export function createTopUps(core: SpendingCore, checks: Checks): Entitlements["topUp"] {
  const { adapter, store, platform } = core;
  const openKeys = createTopUpKeys(core);
  const followed = new Set<string>();
  const flights = new Map<string, ReturnType<Entitlements["topUp"]>>();

  const send = async (offer: Offer, signal: AbortSignal): Promise<TopUpResult> => {
    const key = openKeys.keyFor(offer.id);
    const result = await retry(platform, { tries: MOST_TRIES, signal }, async (attempt) =>
      adapter.topUp?.(offer.id, key, { cause: attempt === 1 ? "after-purchase" : "retry", attempt, signal }),
    );
    if (result?.outcome !== "pending" && !signal.aborted) openKeys.end(offer.id);
    return result ?? { outcome: "declined", reason: "policy" };
  };

  const settle = async (ref: EpisodeRef, result: TopUpResult, signal: AbortSignal) => {
    if (signal.aborted || result.outcome !== "added") return;
    store.setWallet(result.wallet);
    await checks.ask([ref], { cause: "after-purchase", force: true, forgetDecline: true });
  };

  /** The coins come when the platform has them, without another press. */
  const follow = async (ref: EpisodeRef, offer: Offer, first: TopUpResult, signal: AbortSignal) => {
    const until = platform.monotonicNow() + FOLLOWED_FOR_MS;
    for (let result = first; result.outcome === "pending" && platform.monotonicNow() < until; ) {
      await sleep(platform, Math.max(ASK_EVERY_MS, result.retryAfterMs), signal);
      if (signal.aborted) return;
      result = await send(offer, signal).catch(() => result);
      await settle(ref, result, signal);
    }
  };

  const topUp = async (ref: EpisodeRef, offer: Offer) => {
    const signal = core.viewerSignal();
    try {
      const result = await send(offer, signal);
      await settle(ref, result, signal);
      if (result.outcome === "pending" && !followed.has(offer.id)) {
        followed.add(offer.id);
        void follow(ref, offer, result, signal).finally(() => followed.delete(offer.id));
      }
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
