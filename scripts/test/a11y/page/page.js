import { languageTags } from "/packages/player/dist/locale/languages.js";
import { loadMessages } from "/packages/player/dist/locale/load-messages.js";
import { mountView, series, until } from "/packages/player/dist/view/testing/mount-view.js";
import { sampleStates } from "/packages/player/dist/view/testing/states.js";
import { findClashes } from "./find-clashes.js";
import { findEdgeless } from "./find-edgeless.js";
import { findMotion } from "./find-motion.js";
import { findWordsOverFilm, hideWords, measureContrast } from "./text-boxes.js";

/** One state at a time, as large as the window, for tests that look at it from outside. */
const states = sampleStates(series);
let view;

/** What must be there before a state counts as shown. */
function expectedPart({ series: known, mode, gate, panel, stage }) {
  if (!known || mode === "inline") return ".player";
  if (gate) return "[part~=gate-close-button]";
  if (panel !== "none") return "[part~=panel]";
  return stage === "ended" ? "[part~=end-card]" : "[part~=controls]";
}

/** Colours count when nothing fades any more; what turns for ever is left to turn. */
async function atRest(root) {
  for (;;) {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const running = root
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === "running" && effect.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
      );
    if (running.length === 0) return;
    await Promise.allSettled(running.map(({ finished }) => finished));
  }
}

const axeOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: {
    // The player is a part of a page that has landmarks and a heading of its own.
    region: { enabled: false },
    "page-has-heading-one": { enabled: false },
    "heading-order": { enabled: false },
  },
};

globalThis.a11y = {
  names: Object.keys(states),
  languageTags,
  async show(name, { lang = "en", film } = {}) {
    view?.remove();
    const messages = await loadMessages(lang);
    document.documentElement.lang = messages.lang;
    document.documentElement.dir = messages.dir;
    view = mountView(states[name], messages);
    const { host } = view.root;
    host.style.cssText =
      "position:relative;inline-size:100vw;block-size:100vh;max-inline-size:none;aspect-ratio:auto";
    if (film) for (const frame of view.root.querySelectorAll(".frame")) frame.style.background = film;
    if (film)
      for (const poster of view.root.querySelectorAll(".poster, .ambience")) poster.style.display = "none";
    await view.find(expectedPart(states[name]));
    await until(() => !view.root.querySelector(".overlay > .spinner"), `${name}: the sheet did not come`);
    await atRest(view.root);
  },
  set: (change) => view.set(change),
  status: () => view.root.querySelector("[role=status]")?.textContent ?? "",
  async runAxe() {
    const { violations } = await globalThis.axe.run(view.root.host, axeOptions);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 140)}: ${failureSummary}`),
    );
  },
  findClashes: () => findClashes(view.root),
  findEdgeless: () => findEdgeless(view.root),
  findMotion: () => findMotion(view.root),
  findWordsOverFilm: () => findWordsOverFilm(view.root),
  hideWords: () => hideWords(view.root),
  measureContrast,
  setTextSize: (pixels) => view.root.host.style.setProperty("--drama-font-size", `${pixels}px`),
};
document.documentElement.dataset.ready = "";
