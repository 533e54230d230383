/**
 * @typedef {object} Mode
 * @property {boolean} moves false: nothing passes, connections stay open, new ones hang
 * @property {number} latencyMs on each way, so that a round trip takes twice as long
 * @property {number} bytesPerSecond shared by all connections of one direction
 */

/**
 * The conditions that the demo can show. `slow` is a crowded cell: 400 ms for a round trip and 600 kbit/s.
 * @type {Readonly<Record<"normal" | "slow" | "tunnel", Mode>>}
 */
export const MODES = Object.freeze({
  normal: { moves: true, latencyMs: 0, bytesPerSecond: Number.POSITIVE_INFINITY },
  slow: { moves: true, latencyMs: 200, bytesPerSecond: 600_000 / 8 },
  tunnel: { moves: false, latencyMs: 0, bytesPerSecond: 0 },
});

/** @param {unknown} name @returns {name is keyof typeof MODES} */
export function isMode(name) {
  return typeof name === "string" && Object.hasOwn(MODES, name);
}
