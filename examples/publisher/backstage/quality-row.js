import { element } from "./element.js";
import { megabytes } from "./megabytes.js";

/** A first frame within this time feels immediate, beyond the second one feels slow. Milliseconds. */
const QUICK_MS = 200;
const SLOW_MS = 1000;

/** What made the viewer wait, in words. */
const CAUSES = {
  navigation: "since the page was opened",
  autoplay: "since it came into view",
  tap: "after a tap",
  unlock: "after the unlock",
  swipe: "after a swipe",
  wheel: "after the wheel",
  key: "after a key",
  button: "after a button",
  list: "from the list",
  auto: "after the last episode",
  api: "asked by the page",
};

/** One episode in figures. */
export function createQualityRow(number) {
  const time = element("b", {}, "…");
  const cause = element("span", {});
  const ready = element("span", { class: "bs-badge", hidden: true }, "preloaded");
  const picture = element("span", {});
  const stalls = element("span", {});
  const used = element("i", {});
  const bytes = element("span", {});
  const bar = element("span", { class: "bs-bar", "aria-hidden": "true" }, used);
  const loads = element("p", { class: "bs-loads", hidden: true }, bar, bytes);
  const root = element(
    "li",
    {},
    element("span", { class: "bs-episode", title: `Episode ${number}` }, String(number)),
    element("p", { class: "bs-wait" }, time, cause, ready),
    element("p", { class: "bs-figures" }, picture, stalls),
    loads,
  );

  function showPicture(rendition) {
    if (!rendition) return;
    const { width, height, bitrate } = rendition;
    const rate = bitrate ? `, ${(bitrate / 1e6).toFixed(2)} Mbit/s` : "";
    picture.textContent = `${width} × ${height}${rate}`;
  }

  return {
    root,
    showFirstFrame({ elapsedMs, cause: made, preloaded, rendition }) {
      time.textContent = `${elapsedMs} ms`;
      root.dataset.pace = elapsedMs <= QUICK_MS ? "quick" : elapsedMs <= SLOW_MS ? "fair" : "slow";
      cause.textContent = CAUSES[made] ?? made;
      ready.hidden = !preloaded;
      showPicture(rendition);
    },
    showProgress({ stalls: count, stallMs, rendition, bytes: known }) {
      showPicture(rendition);
      stalls.textContent = count === 0 ? "no stall" : `${count} × stalled, ${(stallMs / 1000).toFixed(1)} s`;
      stalls.dataset.trouble = String(count > 0);
      loads.hidden = !known;
      if (!known) return;
      bytes.textContent = `${megabytes(known.used)} of ${megabytes(known.loaded)} seen`;
      used.style.inlineSize = `${(100 * known.used) / known.loaded}%`;
    },
  };
}
