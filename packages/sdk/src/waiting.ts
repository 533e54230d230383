import { toEntitlementError } from "./failure.js";
import type { Platform } from "./platform.js";
import { createRetryBudget } from "./retry-budget.js";

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

/** The longest pause that a backend may ask for between two tries of a call that somebody waits for. */
const LONGEST_WISH_MS = 3000;

/** All that are on the page: two players, or two copies of a series, are one caller to the platform. */
const PAGE_BUDGET = createRetryBudget();

/** Takes one repetition from what all of the page share; false when there is none left at this moment. */
export function mayRepeat(platform: Platform): boolean {
  return (platform.retries ?? PAGE_BUDGET).take(platform.monotonicNow());
}

/** Where a row of tries stands. */
export interface Tries {
  /** The number of the try that failed, from 1 on, and with what. */
  readonly attempt: number;
  readonly thrown: unknown;
  /** The most tries in all. */
  readonly tries: number;
  readonly signal: AbortSignal;
}

/** Settles when it is time for the next try. @throws `thrown` when there is to be none */
export async function waitForNextTry(
  platform: Platform,
  { attempt, thrown, tries, signal }: Tries,
): Promise<void> {
  const { code, retryable, retryAfterMs = 0 } = toEntitlementError(thrown);
  if (!retryable || attempt === tries || retryAfterMs > LONGEST_WISH_MS || signal.aborted) throw thrown;
  if (!mayRepeat(platform)) throw thrown;
  // Who ran into the deadline has waited long enough.
  if (code !== "timeout") await sleep(platform, Math.max(backoffMs(platform, attempt), retryAfterMs), signal);
}

/** Calls `work` again, up to `tries` times in all, as long as it fails in a way that may pass. */
export async function retry<T>(
  platform: Platform,
  { tries, signal }: { readonly tries: number; readonly signal: AbortSignal },
  work: (attempt: number) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (thrown) {
      await waitForNextTry(platform, { attempt, thrown, tries, signal });
    }
  }
}
