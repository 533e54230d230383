import type { ViewState } from "../core/view-state.js";
import { fallbackMessages } from "../locale/load-messages.js";
import { createPseudoMessages } from "../locale/pseudo.js";
import { equal } from "../media/testing/assert.js";
import { type MountedView, mountView, series } from "./testing/mount-view.js";
import { sampleStates } from "./testing/states.js";

const SPOKEN = ["aria-label", "aria-valuetext", "title", "alt", "placeholder"];

/** Words of the platform, which no dictionary has. */
const DATA = [
  series.title,
  series.synopsis ?? "",
  series.next?.title ?? "",
  ...series.episodes.map(({ title }) => title),
  ...(series.episodes[0]?.captions.map(({ label }) => label) ?? []),
  "You never told me",
  "the lamp could burn out.",
  "the lamp could ",
  "burn out.",
  "The lighthouse, 1911",
  "Ada",
  "Bo",
];

/** The sign of "720p", which is the same in all languages. */
const LINES = /^p$/;

/** Everything that can be read or heard, less what came from the dictionary and what is data. */
function findHardCoded(root: ShadowRoot): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? "");
  for (const element of root.querySelectorAll("*"))
    for (const name of SPOKEN) texts.push(element.getAttribute(name) ?? "");
  return texts.map(strip).filter((text) => /\p{L}/u.test(text) && !LINES.test(text));
}

function strip(text: string): string {
  let rest = text;
  // Marks are nested where one message is put into another.
  while (/⟦[^⟦⟧]*⟧/u.test(rest)) rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/gu, "");
  return DATA.reduce((left, words) => (words ? left.replaceAll(words, "") : left), rest).trim();
}

describe("words", () => {
  let view: MountedView;
  afterEach(() => view.remove());

  for (const [name, state] of Object.entries<ViewState>(sampleStates(series))) {
    it(`${name}: every word comes from the dictionary`, async () => {
      view = mountView(state, createPseudoMessages(fallbackMessages));
      if (state.series && state.mode !== "inline") await view.find("[part~=controls]");
      if (state.gate) await view.find("[part~=gate-close-button]");
      else if (state.panel !== "none") await view.find("[part~=panel]");
      else if (state.stage === "ended") await view.find("[part~=end-card]");
      equal(findHardCoded(view.root), []);
    });
  }

  it("would find a word that was hard-coded", () => {
    view = mountView();
    view.root.querySelector(".player")?.append("Hello");
    equal(findHardCoded(view.root).includes("Hello"), true);
  });
});
