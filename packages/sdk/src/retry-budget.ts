/** How many repetitions may leave at once, and how fast they come back. */
const BURST = 10;
const PER_SECOND = 1;

/** What all repetitions of a page share, so that a dead backend is not asked by a hundred episodes at a time. */
export interface RetryBudget {
  /** Takes one repetition; false when there is none left at this moment. `now`: monotonic, milliseconds. */
  take(now: number): boolean;
}

/**
 * A bucket of ten repetitions that gets one back each second: one purchase that is asked about every 5 s never
 * notices it, and a page with any number of them asks no more than once a second.
 */
export function createRetryBudget(): RetryBudget {
  let left = BURST;
  let at = Number.NEGATIVE_INFINITY;
  return {
    take(now) {
      left = Math.min(BURST, left + (Math.max(0, now - at) / 1000) * PER_SECOND);
      at = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
