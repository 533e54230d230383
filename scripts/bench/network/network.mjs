import { createLine } from "./line.mjs";
import { PROFILES } from "./profiles.mjs";
import { createRandom } from "./random.mjs";

/** Small enough that streams take turns on a slow line, large enough not to cost timers on a fast one. */
export const PIECE_BYTES = 4096;

/**
 * The network of one run. Everything that the servers send asks it first.
 *
 * @typedef {ReturnType<typeof createNetwork>} Network
 */
export function createNetwork() {
  let profile = PROFILES.unlimited;
  let line = createLine(profile);
  let random = createRandom(1);
  let startedAt = performance.now();
  const now = () => performance.now() - startedAt;

  return {
    /**
     * Begins anew, when a page is about to be opened.
     *
     * @param {import("./profiles.mjs").Profile} next
     * @param {number} seed decides which requests fail
     */
    begin(next, seed) {
      profile = next;
      line = createLine(next);
      random = createRandom(seed);
      startedAt = performance.now();
    },
    /** Waits for round trips, and for the end of a gap. */
    async travel(roundTrips) {
      await until(line.openAt(now()) + roundTrips * profile.roundTripMs);
      await until(line.openAt(now()));
    },
    /** Waits until bytes have passed. */
    pass: (bytes) => until(line.reserve(bytes, now())),
    /** Draws whether a request for media fails, and how. */
    drawFailure() {
      const drawn = random();
      if (drawn >= profile.failureShare) return undefined;
      return drawn < profile.failureShare / 2 ? "answer" : "cut";
    },
  };

  function until(moment) {
    const wait = moment - now();
    return wait <= 0 ? undefined : new Promise((done) => setTimeout(done, wait));
  }
}
