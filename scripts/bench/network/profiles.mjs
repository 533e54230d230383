/**
 * @typedef {object} Profile
 * @property {string} title for the tables
 * @property {number} roundTripMs two for a new connection, one for a request
 * @property {number} bytesPerSecond shared by all connections
 * @property {{firstMs: number, everyMs: number, lengthMs: number}} [gaps] nothing passes, counted from navigation
 * @property {number} failureShare of the requests for media: half are answered 503, half are cut off
 */

/** @type {Readonly<Record<"fast4g" | "slow4g" | "train" | "unlimited", Profile>>} */
export const PROFILES = Object.freeze({
  fast4g: { title: "fast 4G", roundTripMs: 60, bytesPerSecond: 9_000_000 / 8, failureShare: 0 },
  slow4g: { title: "slow 4G", roundTripMs: 150, bytesPerSecond: 1_600_000 / 8, failureShare: 0 },
  train: {
    title: "train",
    roundTripMs: 400,
    bytesPerSecond: 600_000 / 8,
    gaps: { firstMs: 12_000, everyMs: 24_000, lengthMs: 8_000 },
    failureShare: 0.02,
  },
  unlimited: {
    title: "no limits",
    roundTripMs: 0,
    bytesPerSecond: Number.POSITIVE_INFINITY,
    failureShare: 0,
  },
});
