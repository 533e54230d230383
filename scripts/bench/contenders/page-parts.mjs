import { fromRoot } from "../../lib/paths.mjs";

/** Where hls.js lies: the very version that the player of this repository brings. */
export const HLS_FILES = Object.freeze({
  full: fromRoot("node_modules/hls.js/dist/hls.min.js"),
  light: fromRoot("node_modules/hls.js/dist/hls.light.min.js"),
});

/** A value as JSON that may stand inside a `<script>`. */
export function toScriptJson(value) {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** A text as the value of an attribute in double quotes. */
export function escapeAttribute(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

/** Every contender's picture fills the screen (or its 9:16 place in an article) and is cropped rather than framed. */
export function fillStyle(selector, kind) {
  const place = kind.startsWith("article")
    ? "inline-size: 100%; aspect-ratio: 9 / 16"
    : "position: fixed; inset: 0; inline-size: 100%; block-size: 100%";
  return `<style>${selector} { display: block; ${place}; object-fit: cover; background: #000 }</style>`;
}

/**
 * A script that makes a feed out of one player: a swipe, an arrow key or the end of an episode shows another episode
 * in the same place. `show(episode)` must exist before it.
 *
 * @param {readonly {poster: string, source: string}[]} episodes absolute URLs
 * @param {string} ended an expression: the target whose `ended` event is listened to
 */
export function swapFeed(episodes, ended) {
  return `
    const episodes = ${toScriptJson(episodes)};
    let current = 0;
    function goTo(index) {
      if (index === current || !episodes[index]) return;
      current = index;
      show(episodes[index]);
    }
    document.documentElement.style.touchAction = "none";
    let touchedAt;
    addEventListener("touchstart", (event) => { touchedAt = event.touches[0].clientY; }, { passive: true });
    addEventListener("touchend", (event) => {
      const way = event.changedTouches[0].clientY - touchedAt;
      if (Math.abs(way) > 50) goTo(current + (way < 0 ? 1 : -1));
    });
    addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") goTo(current + 1);
      if (event.key === "ArrowUp") goTo(current - 1);
    });
    (${ended}).addEventListener("ended", () => goTo(current + 1));`;
}

/** The episodes as a page needs them: absolute URLs. @param {"hls" | "mp4"} kind */
export function listEpisodes({ origins, media }, kind) {
  return media.episodes.map((episode) => ({
    source: origins.media + episode[kind],
    poster: origins.media + episode.poster,
  }));
}
