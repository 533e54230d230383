/**
 * What is measured with whom, on which network, five times each. Not everybody runs everywhere: a full run takes an
 * hour and a half. Every row runs its contenders interleaved: all of them once, then all of them again.
 *
 * @typedef {object} Row
 * @property {string} id unique; samples carry it
 * @property {string} scenario the name of a module in `scenarios`
 * @property {keyof typeof import("./network/profiles.mjs").PROFILES} profile
 * @property {readonly string[]} contenders
 * @property {number} repeats
 * @property {number} [throttle] of the processor; 4 unless named
 * @property {Record<string, number | string>} [options] of the scenario
 */

const STARTERS = ["floor", "hints", "mp4", "mux", "videojs", "vidstack", "ours"];
const SWIPERS = ["mp4", "mux", "feed", "ours"];

const row = (id, profile, contenders, more) => ({
  id,
  scenario: id,
  profile,
  contenders,
  repeats: 5,
  ...more,
});

const elsewhere = (engine) => ({ scenario: "swipe-elsewhere", options: { swipes: 20, engine } });

/** @type {readonly Row[]} */
export const PLAN = Object.freeze([
  row("start-fast4g", "fast4g", STARTERS, { scenario: "start" }),
  row("start-slow4g", "slow4g", ["floor", "hints", "mux", "ours"], { scenario: "start" }),
  row("stall-fast4g", "fast4g", ["ours"], { scenario: "start", options: { holdMs: 15_000 } }),
  row("stall-slow4g", "slow4g", ["floor", "ours"], { scenario: "start", options: { holdMs: 15_000 } }),
  row("train", "train", ["floor", "mp4", "mux", "ours"], { scenario: "start", options: { holdMs: 24_000 } }),
  row("swipe-fast4g", "fast4g", SWIPERS, { scenario: "swipe", options: { swipes: 20 } }),
  row("swipe-unthrottled", "fast4g", ["ours"], { scenario: "swipe", throttle: 1, options: { swipes: 20 } }),
  row("swipe-slow4g", "slow4g", ["ours"], { scenario: "swipe", options: { swipes: 20, dwellMs: 2000 } }),
  row("flicks-fast4g", "fast4g", ["mp4", "feed", "ours"], { scenario: "flicks" }),
  row("interactions", "fast4g", ["ours"]),
  row("unlock-fast4g", "fast4g", ["ours"], { scenario: "unlock" }),
  row("unlock-slow4g", "slow4g", ["ours"], { scenario: "unlock" }),
  row("watch-fast4g", "fast4g", ["ours"], { scenario: "watch" }),
  row("skim-fast4g", "fast4g", ["mp4", "feed", "ours"], { scenario: "skim" }),
  row("heap", "fast4g", ["ours"], { options: { swipes: 200 } }),
  row("memory", "fast4g", ["mux", "feed", "ours"], { options: { swipes: 30 } }),
  row("article-below", "fast4g", ["ours"]),
  row("article-above", "fast4g", ["floor", "ours"]),
  row("swipe-gecko", "unlimited", ["ours"], elsewhere("gecko")),
  row("swipe-webkit", "unlimited", ["ours"], elsewhere("webkit")),
]);

/** What `--quick` makes of it: one repeat, short sessions. For trying the benchmark, not for figures. */
export function makeQuick(planned) {
  const swipes = planned.options?.swipes && Math.min(planned.options.swipes, 6);
  return { ...planned, repeats: 1, ...(swipes && { options: { ...planned.options, swipes } }) };
}
