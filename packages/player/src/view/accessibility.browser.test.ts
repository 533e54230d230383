import type { AxeResults, RunOptions } from "axe-core";
import type { ViewState } from "../core/view-state.js";
import { equal } from "../media/testing/assert.js";
import { type MountedView, mountView, series, until } from "./testing/mount-view.js";
import { sampleStates } from "./testing/states.js";

interface Axe {
  run(context: Node, options: RunOptions): Promise<AxeResults>;
}

/** axe is a classic script; it sets a global. */
async function loadAxe(): Promise<Axe> {
  const script = document.createElement("script");
  script.src = "/node_modules/axe-core/axe.min.js";
  document.head.append(script);
  return until(() => (globalThis as { axe?: Axe }).axe, "axe did not load");
}

/** Colours count when nothing fades any more. A stand-in that was replaced may begin what was not there before. */
async function atRest(root: ShadowRoot): Promise<void> {
  for (;;) {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const running = [...document.getAnimations(), ...root.getAnimations()].filter(
      ({ playState, effect }) =>
        playState === "running" && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
    );
    if (running.length === 0) return;
    await Promise.allSettled(running.map(({ finished }) => finished));
  }
}

const OPTIONS: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: {
    // The player is a part of a page that has landmarks and a heading of its own.
    region: { enabled: false },
    "page-has-heading-one": { enabled: false },
    "heading-order": { enabled: false },
  },
};

describe("accessibility", () => {
  let view: MountedView;
  let axe: Axe;
  before(async () => {
    axe = await loadAxe();
  });
  afterEach(() => view.remove());

  for (const [name, state] of Object.entries<ViewState>(sampleStates(series))) {
    it(`axe finds nothing in ${name}`, async () => {
      view = mountView(state);
      if (state.series && state.mode !== "inline") await view.find("[part~=controls]");
      if (state.gate) await view.find("[part~=gate-close-button]");
      else if (state.panel !== "none") await view.find("[part~=panel]");
      else if (state.stage === "ended") await view.find("[part~=end-card]");
      await atRest(view.root);
      const { violations } = await axe.run(view.root.host, OPTIONS);
      equal(
        violations.map(({ id, nodes }) => [
          id,
          nodes.map(({ html, failureSummary }) => [html.slice(0, 120), failureSummary]),
        ]),
        [],
      );
    });
  }
});
