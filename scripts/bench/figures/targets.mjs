/**
 * What `<micro-drama>` must show. One entry is one row of the shortfalls when it is not reached.
 *
 * @typedef {object} Target
 * @property {string} what
 * @property {string} row of the plan
 * @property {string} figure of the scenario
 * @property {string} unit `ms`, `share`, `MB`, `kB`, `count` or `×`
 * @property {"median" | "max" | "ratio" | "below" | "notAbove"} how the median or the worst run of ours; the median of
 *   ratios to `against[0]`, pair by pair; or the median, to be below (or not above) the median of each of `against`
 * @property {number} [atMost] the limit, where `against` gives none
 * @property {number} [atLeast] a lower limit in its place
 * @property {readonly string[]} [against]
 */

const at = (row, figure, unit) => ({ row, figure, unit });
const firstFast = at("start-fast4g", "firstFrameMs", "ms");
const firstSlow = at("start-slow4g", "firstFrameMs", "ms");
const swiped = at("swipe-fast4g", "moveMs", "ms");

/** @type {readonly Target[]} */
export const TARGETS = Object.freeze([
  {
    what: "first frame on fast 4G, of the floor's",
    ...firstFast,
    how: "ratio",
    against: ["floor"],
    atMost: 0.6,
  },
  {
    what: "first frame on slow 4G, of the floor's",
    ...firstSlow,
    how: "ratio",
    against: ["floor"],
    atMost: 0.5,
  },
  { what: "first frame on fast 4G, below hints", ...firstFast, how: "below", against: ["hints"] },
  { what: "first frame on slow 4G, below hints", ...firstSlow, how: "below", against: ["hints"] },
  {
    what: "first frame on fast 4G, of mux-player's",
    ...firstFast,
    how: "ratio",
    against: ["mux"],
    atMost: 0.35,
  },
  {
    what: "first frame on slow 4G, of mux-player's",
    ...firstSlow,
    how: "ratio",
    against: ["mux"],
    atMost: 0.35,
  },
  { what: "stalls in 15 s, fast 4G", ...at("stall-fast4g", "stallMs", "ms"), how: "max", atMost: 0 },
  { what: "stalls in 15 s, slow 4G", ...at("stall-slow4g", "stallMs", "ms"), how: "max", atMost: 0 },
  {
    what: "stalls of 20 swipes, fast 4G",
    ...at("swipe-fast4g", "sessionStallMs", "ms"),
    how: "max",
    atMost: 0,
  },
  {
    what: "stalls of 20 swipes, slow 4G",
    ...at("swipe-slow4g", "sessionStallMs", "ms"),
    how: "max",
    atMost: 0,
  },
  {
    // Not the stalls alone: a film that begins after the gap has none.
    what: "first frame and stalls on the train, below every peer",
    ...at("train", "waitedMs", "ms"),
    how: "below",
    against: ["floor", "mp4", "mux"],
  },
  { what: "recovery on the train", ...at("train", "recoveryMs", "ms"), how: "max", atMost: 2000 },
  { what: "swipe → moving frame", ...swiped, how: "median", atMost: 120 },
  {
    what: "swipe → moving frame, no throttle",
    ...at("swipe-unthrottled", "moveMs", "ms"),
    how: "median",
    atMost: 70,
  },
  {
    what: "swipe → moving frame, worst of 20",
    ...at("swipe-fast4g", "worstMoveMs", "ms"),
    how: "max",
    atMost: 200,
  },
  {
    what: "swipe → moving frame, below every peer",
    ...swiped,
    how: "below",
    against: ["mp4", "mux", "feed"],
  },
  { what: "lost swipes of 20", ...at("swipe-fast4g", "lost", "count"), how: "max", atMost: 0 },
  {
    what: "wrong pictures at rest after a swipe",
    ...at("swipe-fast4g", "wrongPictures", "count"),
    how: "max",
    atMost: 0,
  },
  { what: "flicks taken of five", ...at("flicks-fast4g", "taken", "count"), how: "median", atLeast: 5 },
  { what: "last flick → frame", ...at("flicks-fast4g", "lastMoveMs", "ms"), how: "median", atMost: 400 },
  { what: "last flick → picture", ...at("flicks-fast4g", "lastStillMs", "ms"), how: "median", atMost: 100 },
  {
    what: "swipe → next paint, worst of 20",
    ...at("interactions", "worstSwipeMs", "ms"),
    how: "max",
    atMost: 100,
  },
  {
    what: "tap → next paint, worst of 20",
    ...at("interactions", "worstTapMs", "ms"),
    how: "max",
    atMost: 100,
  },
  {
    what: "sheet → next paint, worst of 10",
    ...at("interactions", "worstSheetMs", "ms"),
    how: "max",
    atMost: 100,
  },
  {
    what: "unlock tap → frame, fast 4G",
    ...at("unlock-fast4g", "unlockMs", "ms"),
    how: "median",
    atMost: 600,
  },
  {
    what: "unlock tap → frame, slow 4G",
    ...at("unlock-slow4g", "unlockMs", "ms"),
    how: "median",
    atMost: 1500,
  },
  {
    what: "entitlement requests in the way of a swipe to an owned episode",
    ...at("unlock-fast4g", "requestsOnOwnedSwipe", "count"),
    how: "max",
    atMost: 0,
  },
  {
    what: "media bytes of locked episodes",
    ...at("unlock-fast4g", "lockedBytes", "count"),
    how: "max",
    atMost: 0,
  },
  {
    what: "episode end → next frame",
    ...at("watch-fast4g", "endToNextMs", "ms"),
    how: "median",
    atMost: 100,
  },
  {
    what: "wasted when watched to the end",
    ...at("watch-fast4g", "wastedShare", "share"),
    how: "median",
    atMost: 0.1,
  },
  { what: "wasted when skimmed", ...at("skim-fast4g", "wastedShare", "share"), how: "median", atMost: 0.5 },
  { what: "stalls when skimmed", ...at("skim-fast4g", "stallMs", "ms"), how: "max", atMost: 0 },
  { what: "heap growth, swipe 5 to 200", ...at("heap", "heapGrowthMb", "MB"), how: "max", atMost: 4 },
  { what: "renderer after 30 swipes", ...at("memory", "rendererMb", "MB"), how: "max", atMost: 300 },
  { what: "videos after 30 swipes", ...at("memory", "videos", "count"), how: "max", atMost: 3 },
  { what: "episode nodes after 30 swipes", ...at("memory", "episodeNodes", "count"), how: "max", atMost: 7 },
  {
    what: "layout shift below the fold",
    ...at("article-below", "layoutShift", "share"),
    how: "max",
    atMost: 0,
  },
  {
    what: "blocking time below the fold, more than without",
    ...at("article-below", "moreBlockingMs", "ms"),
    how: "median",
    atMost: 50,
  },
  {
    what: "media bytes below the fold",
    ...at("article-below", "mediaBytes", "count"),
    how: "max",
    atMost: 0,
  },
  {
    what: "layout shift above the fold",
    ...at("article-above", "layoutShift", "share"),
    how: "max",
    atMost: 0,
  },
  {
    what: "blocking time above the fold, no more than the floor's",
    ...at("article-above", "blockingMs", "ms"),
    how: "notAbove",
    against: ["floor"],
  },
  {
    what: "script before the first frame, brotli",
    ...at("script", "brotliKb", "kB"),
    how: "max",
    atMost: 28,
  },
]);
