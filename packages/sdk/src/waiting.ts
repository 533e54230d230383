import type { Platform } from "./platform.js";

/** Shortest upper bound of a pause between two tries, and the longest one, in milliseconds. */
const SHORTEST_MS = 250;
const LONGEST_MS = 8000;

/** Waits `ms`, or less when `signal` is aborted. Never rejects. */
export function sleep(platform: Platform, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      cancel();
      signal.removeEventListener("abort", end);
      resolve();
    };
    const cancel = platform.setTimer(end, ms);
    signal.addEventListener("abort", end);
  });
}

/**
 * The pause after try number `attempt`: exponential with "full jitter", so that a thousand viewers who lost the
 * backend at one moment do not come back at one moment.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoffMs(platform: Platform, attempt: number): number {
  const bound = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** attempt);
  return SHORTEST_MS + platform.random() * (bound - SHORTEST_MS);
}
