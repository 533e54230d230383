import { element, panel } from "./element.js";

const KEPT = 6;

/** First frames as the player tells them, and what else became a fact. */
export function createTimingsPanel() {
  const frames = element("ol", { class: "bs-frames" });
  const facts = element("ol", { class: "bs-facts" });
  const empty = element(
    "p",
    { class: "bs-note" },
    "Play something: how long each first frame took appears here.",
  );

  document.addEventListener("drama-first-frame", ({ detail }) => {
    empty.remove();
    frames.prepend(
      element(
        "li",
        {},
        element("b", {}, `${detail.elapsedMs} ms`),
        ` episode ${detail.number}, after ${detail.cause}`,
      ),
    );
    trim(frames);
  });
  for (const name of [
    "drama-episode-change",
    "drama-gate-open",
    "drama-unlock-request",
    "drama-unlock-success",
    "drama-unlock-failure",
    "drama-series-end",
    "drama-error",
  ]) {
    document.addEventListener(name, ({ detail }) => {
      const more = detail.charged
        ? `, charged ${detail.charged.amount}`
        : detail.reason
          ? `, ${detail.reason}`
          : "";
      facts.prepend(element("li", {}, element("code", {}, name), ` ${detail.episode}${more}`));
      trim(facts);
    });
  }
  return panel("First frames and events", empty, frames, facts);
}

function trim(list) {
  while (list.children.length > KEPT) list.lastElementChild.remove();
}
