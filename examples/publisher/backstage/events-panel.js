import { element, panel } from "./element.js";

const KEPT = 6;

const NAMES = [
  "drama-episode-change",
  "drama-gate-open",
  "drama-unlock-request",
  "drama-unlock-success",
  "drama-unlock-failure",
  "drama-series-end",
  "drama-error",
];

/** What became a fact, as the page hears it; newest first. */
export function createEventsPanel() {
  const facts = element("ol", { class: "bs-facts" });
  for (const name of NAMES) {
    document.addEventListener(name, ({ detail }) => {
      facts.prepend(
        element("li", {}, element("code", {}, name), ` ${[detail.episode, more(detail)].join("")}`),
      );
      while (facts.children.length > KEPT) facts.lastElementChild.remove();
    });
  }
  return panel("Events", facts);
}

function more({ charged, reason }) {
  if (charged) return `, charged ${charged.amount}`;
  return reason ? `, ${reason}` : "";
}
