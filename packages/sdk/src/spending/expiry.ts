import type { EpisodeRef } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol";
import type { Core } from "../core.js";

/** `setTimeout` takes at most this; longer waits end early and are then begun again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A backend that grants what has ended already is not asked again before this has passed. */
const SHORTEST_WAIT_MS = 10_000;

/**
 * Watches the ends of timed grants, by the server's clock, and calls back with the episodes whose time is over.
 * Returns the way to end it.
 */
export function watchExpiry(core: Core, onExpired: (refs: readonly EpisodeRef[]) => void): () => void {
  const { store, clock, platform } = core;
  const lastEnded = new Map<string, number>();
  let cancelTimer = () => {};

  const leftMs = (ref: EpisodeRef): number => {
    const state = store.stateOf(ref);
    if (state.name !== "granted" || state.until === undefined) return Number.POSITIVE_INFINITY;
    const lastAt = lastEnded.get(refKey(ref)) ?? Number.NEGATIVE_INFINITY;
    return Math.max(
      Date.parse(state.until) - clock.now(),
      lastAt + SHORTEST_WAIT_MS - platform.monotonicNow(),
    );
  };
  const sweep = () => {
    const ended = store.refs().filter((ref) => leftMs(ref) <= 0);
    for (const ref of ended) {
      lastEnded.set(refKey(ref), platform.monotonicNow());
      store.send(ref, { type: "expire" });
    }
    if (ended.length > 0) onExpired(ended);
    plan();
  };
  const plan = () => {
    cancelTimer();
    const nextMs = Math.min(...store.refs().map(leftMs));
    const waitMs = Math.min(Math.max(nextMs, 0), LONGEST_TIMER_MS);
    cancelTimer = Number.isFinite(nextMs) ? platform.setTimer(sweep, waitMs) : () => {};
  };
  const unsubscribe = store.subscribe(plan);
  return () => {
    unsubscribe();
    cancelTimer();
  };
}
