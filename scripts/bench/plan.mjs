/**
 * What is measured with whom, on which network, how often. Not everybody runs everywhere: a full run stays below
 * twenty minutes. Every row runs its contenders interleaved: all of them once, then all of them again.
 *
 * @typedef {object} Row
 * @property {string} id unique; samples carry it
 * @property {string} scenario the name of a module in `scenarios`
 * @property {keyof typeof import("./network/profiles.mjs").PROFILES} profile
 * @property {readonly string[]} contenders
 * @property {number} repeats
 * @property {number} [throttle] of the processor; 4 unless named
 * @property {Record<string, number>} [options] of the scenario
 */

const ALL = ["floor", "hints", "mp4", "mux", "videojs", "vidstack", "feed", "ours"];
const SWIPERS = ["floor", "mp4", "mux", "feed", "ours"];

/** @type {readonly Row[]} */
export const PLAN = Object.freeze([
  { id: "start-fast4g", scenario: "start", profile: "fast4g", contenders: ALL, repeats: 5 },
  {
    id: "start-slow4g",
    scenario: "start",
    profile: "slow4g",
    contenders: ["floor", "hints", "mp4", "mux", "ours"],
    repeats: 5,
  },
  {
    id: "stall-fast4g",
    scenario: "start",
    profile: "fast4g",
    contenders: ["floor", "ours"],
    repeats: 1,
    options: { holdMs: 15_000 },
  },
  {
    id: "stall-slow4g",
    scenario: "start",
    profile: "slow4g",
    contenders: ["floor", "mp4", "ours"],
    repeats: 1,
    options: { holdMs: 15_000 },
  },
  {
    id: "train",
    scenario: "start",
    profile: "train",
    contenders: ["floor", "hints", "mp4", "mux", "ours"],
    repeats: 1,
    options: { holdMs: 24_000 },
  },
  {
    id: "swipe-fast4g",
    scenario: "swipe",
    profile: "fast4g",
    contenders: SWIPERS,
    repeats: 1,
    options: { swipes: 20 },
  },
  {
    id: "swipe-unthrottled",
    scenario: "swipe",
    profile: "fast4g",
    contenders: ["feed", "ours"],
    repeats: 1,
    throttle: 1,
    options: { swipes: 20 },
  },
  {
    id: "swipe-slow4g",
    scenario: "swipe",
    profile: "slow4g",
    contenders: ["ours"],
    repeats: 1,
    options: { swipes: 20, dwellMs: 3000 },
  },
  {
    id: "flicks-fast4g",
    scenario: "flicks",
    profile: "fast4g",
    contenders: ["floor", "mp4", "feed", "ours"],
    repeats: 3,
  },
  { id: "unlock-fast4g", scenario: "unlock", profile: "fast4g", contenders: ["ours"], repeats: 5 },
  { id: "unlock-slow4g", scenario: "unlock", profile: "slow4g", contenders: ["ours"], repeats: 3 },
  { id: "watch-fast4g", scenario: "watch", profile: "fast4g", contenders: ["ours"], repeats: 2 },
  {
    id: "skim-fast4g",
    scenario: "skim",
    profile: "fast4g",
    contenders: ["floor", "mp4", "feed", "ours"],
    repeats: 1,
  },
  {
    id: "heap",
    scenario: "heap",
    profile: "fast4g",
    contenders: ["ours"],
    repeats: 1,
    options: { swipes: 200 },
  },
  {
    id: "memory",
    scenario: "memory",
    profile: "fast4g",
    contenders: ["floor", "mux", "feed", "ours"],
    repeats: 1,
    options: { swipes: 30 },
  },
  {
    id: "article-below",
    scenario: "article-below",
    profile: "fast4g",
    contenders: ["nothing", "ours"],
    repeats: 3,
  },
  {
    id: "article-above",
    scenario: "article-above",
    profile: "fast4g",
    contenders: ["floor", "ours"],
    repeats: 3,
  },
]);

/** What `--quick` makes of it: one repeat, short sessions. For trying the benchmark, not for figures. */
export function makeQuick(row) {
  const swipes = row.options?.swipes && Math.min(row.options.swipes, 5);
  return { ...row, repeats: 1, ...(swipes && { options: { ...row.options, swipes } }) };
}
