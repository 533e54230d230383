/** How long the player waits for media before it says so. */
export interface Patience {
  /** To the first byte of an answer, milliseconds. */
  readonly firstByteMs: number;
  /** For a whole playlist, key or segment, milliseconds. */
  readonly wholeMs: number;
  /** Repetitions after a time-out. */
  readonly timeoutRetries: number;
  /** Repetitions after an answer that may change: 5xx, 408, 425, 429 or a broken connection. */
  readonly errorRetries: number;
  /** Before the first repetition; doubles with every further one. Milliseconds. */
  readonly retryDelayMs: number;
}

/**
 * A feed is left after seconds, so hls.js' own defaults (10 s to the first byte, six repetitions) are far too
 * patient. Three tries of 4 s cover a tunnel of ten seconds.
 */
export const DEFAULT_PATIENCE: Patience = Object.freeze({
  firstByteMs: 4000,
  wholeMs: 20_000,
  timeoutRetries: 2,
  errorRetries: 3,
  retryDelayMs: 500,
});

/** True when asking again may bring another answer. */
export function mayChange(status: number | undefined): boolean {
  return !status || status >= 500 || status === 408 || status === 425 || status === 429;
}

/** Milliseconds before repetition number `attempt` (0 is the first one). */
export function retryDelay(patience: Patience, attempt: number): number {
  return patience.retryDelayMs * 2 ** attempt;
}
