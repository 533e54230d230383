/** What a sender that wakes up late may catch up with: timers of a busy machine are late by some milliseconds. */
const BURST_MS = 30;

/**
 * The one line that all connections share: a token bucket that says when bytes will have passed. Whoever asks for
 * small pieces in turn gets a fair share. Times are milliseconds since the line began.
 *
 * @param {Pick<import("./profiles.mjs").Profile, "bytesPerSecond" | "gaps">} profile
 */
export function createLine({ bytesPerSecond, gaps }) {
  let freeAt = 0;

  return {
    /**
     * @param {number} bytes
     * @param {number} now
     * @returns {number} the moment at which the last of these bytes has passed
     */
    reserve(bytes, now) {
      freeAt = pass(Math.max(freeAt, now - BURST_MS), (bytes / bytesPerSecond) * 1000);
      return Math.max(freeAt, openAt(now));
    },
    openAt,
  };

  /** @param {number} now @returns {number} now, or the end of the gap that `now` lies in */
  function openAt(now) {
    const gap = gapAfter(now);
    return gap && gap.from <= now ? gap.to : now;
  }

  function pass(from, lengthMs) {
    let at = openAt(from);
    let left = lengthMs;
    for (let gap = gapAfter(at); gap && at + left > gap.from; gap = gapAfter(at)) {
      left -= gap.from - at;
      at = gap.to;
    }
    return at + left;
  }

  /** The gap that `at` lies in, or else the next one. */
  function gapAfter(at) {
    if (!gaps) return undefined;
    const past = Math.max(0, Math.floor((at - gaps.firstMs) / gaps.everyMs));
    const from = gaps.firstMs + past * gaps.everyMs;
    const next = at < from + gaps.lengthMs ? from : from + gaps.everyMs;
    return { from: next, to: next + gaps.lengthMs };
  }
}
