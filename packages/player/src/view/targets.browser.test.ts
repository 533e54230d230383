import type { ViewState } from "../core/view-state.js";
import { ok } from "../media/testing/assert.js";
import { type MountedView, mountView, series, until } from "./testing/mount-view.js";
import { sampleStates } from "./testing/states.js";

/** Pixels; WCAG 2.2 asks for 24, thumbs for 44. */
const MIN_TARGET = 44;

/** Part of the view, by its name, that tells that a lazy part has come. */
const LAZY_PARTS =
  "[part~=controls], [part~=gate], [part~=panel], [part~=end-card], [part~=card], .message, .spinner";

describe("targets", () => {
  let view: MountedView;
  afterEach(() => view.remove());

  for (const [name, state] of Object.entries<ViewState>(sampleStates(series))) {
    it(`${name}: everything to press is at least ${MIN_TARGET} px high and wide`, async () => {
      view = mountView(state);
      await view.find(state.gate ? "[part~=gate-close-button]" : LAZY_PARTS);
      await until(() => !view.root.querySelector(".overlay > .spinner"), "the sheet did not come");
      const targets = view.root.querySelectorAll<HTMLElement>(
        "button, a, summary, [role=slider], input:not([type=radio]), label:has([type=radio])",
      );
      for (const target of targets) {
        const { width, height } = target.getBoundingClientRect();
        if (width === 0 && height === 0) continue;
        const what = target.getAttribute("aria-label") ?? target.textContent?.trim();
        ok(width >= MIN_TARGET - 0.5 && height >= MIN_TARGET - 0.5, `${what}: ${width} × ${height}`);
      }
    });
  }
});
