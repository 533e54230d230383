import type { RetryBudget } from "./retry-budget.js";

/**
 * What the SDK takes from its surroundings. Each part has a default that works in a page, a worker and Node, and
 * can be replaced through `EntitlementsOptions.platform`, e.g. by a test.
 */
export interface Platform {
  /** Milliseconds since some fixed moment; never goes back, whatever happens to the device's clock. */
  monotonicNow(): number;
  /** Calls back once after `ms` (at most 2³¹ − 1, as with `setTimeout`); returns the way to cancel. */
  setTimer(callback: () => void, ms: number): () => void;
  /** From 0 (included) to 1 (excluded); for jitter only, never for keys. */
  random(): number;
  /** Tells of the network coming back and of the window being focused. Returns the way to end it. */
  listen(type: "online" | "focus", listener: (event: unknown) => void): () => void;
  /** Web Locks. Absent on plain HTTP and in old engines. */
  readonly locks?: Locks | undefined;
  /** What repetitions take from. Default: one budget for all of the page. */
  readonly retries?: RetryBudget;
  /** What the viewer's rule has spent in this visit, by platform. Default: all players of the page count together. */
  readonly spentByRule?: Map<string, number>;
}

/** The part of `navigator.locks` that the SDK uses. */
export interface Locks {
  request<T>(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly signal?: AbortSignal },
    work: (lock: object | null) => Promise<T>,
  ): Promise<T>;
}

/** The surroundings as they are, with some parts replaced. Safe to call anywhere: nothing is touched until used. */
export function createPlatform(replacements: Partial<Platform> = {}): Platform {
  const locks = globalThis.navigator?.locks as Locks | undefined;
  return {
    monotonicNow: () => globalThis.performance?.now() ?? Date.now(),
    setTimer(callback, ms) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    listen(type, listener) {
      // A worker has no `focus`, Node has no events at all: the player's `wake()` and the timers serve there.
      globalThis.addEventListener?.(type, listener);
      return () => globalThis.removeEventListener?.(type, listener);
    },
    locks,
    ...replacements,
  };
}
