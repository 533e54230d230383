import type { Iso } from "@micro-drama/protocol";

/** The server's clock as far as its last answer tells. */
export interface ServerClock {
  /** Milliseconds since the epoch. Before the first answer: the device's clock. */
  now(): number;
  /** Learns the time of an answer that has just come. */
  sync(serverNow: Iso): void;
}

/**
 * Extrapolates with a clock that cannot be set: a viewer who turns the device's clock reaches nothing.
 * Half of the way of an answer is ignored on purpose: the result is never ahead of the server.
 */
export function createServerClock(device: () => number, monotonicNow: () => number): ServerClock {
  let offset: number | undefined;
  return {
    now: () => (offset === undefined ? device() : offset + monotonicNow()),
    sync(serverNow) {
      offset = Date.parse(serverNow) - monotonicNow();
    },
  };
}
