/** Sizes of a player that is a page, and of one that stands in an article. */
const BOXES = {
  page: "position: fixed; inset: 0; inline-size: 100%; block-size: 100%",
  article: "display: block; inline-size: 100%; aspect-ratio: 9 / 16",
};

/**
 * The style of a contender's player: a phone's screen, or a box in an article.
 *
 * @param {string} selector
 * @param {import("./contender.mjs").Kind} kind
 */
export function boxStyle(selector, kind) {
  const box = kind.startsWith("article") ? BOXES.article : BOXES.page;
  return `<style>${selector} { ${box}; object-fit: cover; background: #000; touch-action: none }</style>`;
}

/**
 * Calls `go(index)` of the page for each flick of a finger up or down: the feed of a page with one player.
 *
 * @param {import("./contender.mjs").Kind} kind
 * @param {number} count of episodes
 */
export function flickScript(kind, count) {
  if (kind !== "feed") return "";
  return `
    let index = 0, from = 0;
    addEventListener("touchstart", (event) => { from = event.touches[0].clientY; }, { passive: true });
    addEventListener("touchend", (event) => {
      const moved = event.changedTouches[0].clientY - from;
      const next = index + (moved < -40 ? 1 : moved > 40 ? -1 : 0);
      if (next === index || next < 0 || next >= ${count}) return;
      index = next;
      go(index);
    });`;
}

/**
 * Absolute addresses of one kind, in the order of the episodes, as a literal for a script.
 *
 * @param {{origins: import("./contender.mjs").Origins, media: import("./contender.mjs").Media}} at
 * @param {"hls" | "mp4" | "poster"} name
 */
export function listUrls({ origins, media }, name) {
  return JSON.stringify(media.episodes.map((episode) => origins.media + episode[name]));
}
