/**
 * The tables, and what stands in them. A column whose figure nobody has is left out.
 *
 * @typedef {object} Column
 * @property {string} title
 * @property {string} figure
 * @property {"ms" | "share" | "count" | "MB" | "kB" | "bytes"} unit
 * @property {boolean} [showsRange] min–max too
 *
 * @typedef {object} Table
 * @property {string} row of the plan
 * @property {string} title
 * @property {readonly Column[]} columns
 * @property {string} [ratioOf] a figure whose ratio to the floor gets a column
 */

const column = (title, figure, unit = "ms", showsRange = false) => ({ title, figure, unit, showsRange });

const START = [
  column("first frame", "firstFrameMs", "ms", true),
  column("any picture", "anyPictureMs"),
  column("script by then", "scriptBytesBeforeFrame", "bytes"),
];
const STALLS = [column("stalled", "stallMs"), column("stalls", "stallCount", "count")];
const SWIPE = [
  column("moving frame", "moveMs"),
  column("worst", "worstMoveMs"),
  column("any picture", "stillMs"),
  column("lost swipes", "lost", "count"),
  column("wrong pictures at rest", "wrongPictures", "count"),
  column("stalled", "sessionStallMs"),
];
const UNLOCK = [
  column("tap → frame", "unlockMs", "ms", true),
  column("locked bytes", "lockedBytes", "count"),
];
const ARTICLE = [
  column("blocking time", "blockingMs", "ms", true),
  column("layout shift", "layoutShift", "share"),
  column("media", "mediaBytes", "bytes"),
];

/** @type {readonly Table[]} */
export const TABLES = Object.freeze([
  {
    row: "start-fast4g",
    title: "Navigation → first frame, fast 4G",
    columns: START,
    ratioOf: "firstFrameMs",
  },
  {
    row: "start-slow4g",
    title: "Navigation → first frame, slow 4G",
    columns: START,
    ratioOf: "firstFrameMs",
  },
  { row: "stall-fast4g", title: "The first 15 s, fast 4G", columns: STALLS },
  { row: "stall-slow4g", title: "The first 15 s, slow 4G", columns: STALLS },
  {
    row: "train",
    title: "24 s on the train",
    columns: [
      column("first frame", "firstFrameMs"),
      ...STALLS,
      column("waited in all", "waitedMs"),
      column("recovery", "recoveryMs"),
    ],
  },
  { row: "swipe-fast4g", title: "20 swipes, fast 4G", columns: SWIPE, ratioOf: "moveMs" },
  { row: "swipe-unthrottled", title: "20 swipes, fast 4G, processor not throttled", columns: SWIPE },
  { row: "swipe-gecko", title: "20 swipes by key in Gecko, no limits", columns: SWIPE },
  { row: "swipe-webkit", title: "20 swipes by key in WebKitGTK, no limits", columns: SWIPE },
  { row: "swipe-slow4g", title: "20 swipes, slow 4G", columns: SWIPE },
  {
    row: "flicks-fast4g",
    title: "Five flicks 300 ms apart, fast 4G",
    columns: [
      column("taken", "taken", "count"),
      column("last flick → frame", "lastMoveMs", "ms", true),
      column("any picture", "lastStillMs"),
    ],
  },
  {
    row: "interactions",
    title: "Input → next paint (Event Timing), 20 swipes, 20 taps, 10 sheets, fast 4G",
    columns: [
      column("swipe", "swipeMs"),
      column("worst swipe", "worstSwipeMs"),
      column("tap", "tapMs"),
      column("worst tap", "worstTapMs"),
      column("open sheet", "sheetMs"),
      column("worst sheet", "worstSheetMs"),
    ],
  },
  { row: "unlock-fast4g", title: "Unlock, fast 4G", columns: UNLOCK },
  { row: "unlock-slow4g", title: "Unlock, slow 4G", columns: UNLOCK },
  {
    row: "watch-fast4g",
    title: "Two episodes to the end, fast 4G",
    columns: [
      column("end → next frame", "endToNextMs", "ms", true),
      column("moving", "endToMovingMs"),
      column("wasted", "wastedShare", "share"),
      column("stalled", "stallMs"),
    ],
  },
  {
    row: "skim-fast4g",
    title: "Three seconds on each of eight episodes, fast 4G",
    columns: [
      column("wasted", "wastedShare", "share"),
      column("media", "mediaBytes", "bytes"),
      column("stalled", "stallMs"),
    ],
  },
  {
    row: "heap",
    title: "Heap from swipe 5 to the last",
    columns: [column("growth", "heapGrowthMb", "MB"), column("swipes", "swipes", "count")],
  },
  {
    row: "memory",
    title: "After 30 swipes",
    columns: [
      column("renderer", "rendererMb", "MB"),
      column("videos", "videos", "count"),
      column("episode nodes", "episodeNodes", "count"),
    ],
  },
  { row: "article-below", title: "In an article, far below the fold", columns: ARTICLE },
  { row: "article-above", title: "In an article, playing", columns: ARTICLE },
]);
