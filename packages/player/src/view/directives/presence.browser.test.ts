import { equal } from "../../media/testing/assert.js";
import { type MountedView, mountView, series } from "../testing/mount-view.js";
import { sampleState } from "../testing/states.js";

const base = sampleState(series);

describe("presence", () => {
  let view: MountedView;
  let waiting: (() => void) | undefined;
  const realSetTimeout = globalThis.setTimeout;

  beforeEach(() => {
    // Three seconds pass when the test says so.
    globalThis.setTimeout = ((run: () => void, ms: number) => {
      if (ms !== 3000) return realSetTimeout(run, ms);
      waiting = run;
      return 0;
    }) as typeof setTimeout;
    waiting = undefined;
  });
  afterEach(() => {
    globalThis.setTimeout = realSetTimeout;
    view.remove();
  });

  /** Shows the view with its controls. */
  const mount = async (state?: typeof base) => {
    view = mountView(state);
    await view.find("[part~=controls]");
  };
  const passThreeSeconds = () => waiting?.();
  const isIdle = () => view.root.querySelector(".player")?.hasAttribute("data-idle");

  it("clears the picture when a film plays and nobody touches it", async () => {
    await mount();
    equal(isIdle(), false);
    passThreeSeconds();
    equal(isIdle(), true);
  });

  it("brings the controls back with the first touch and with the next episode", async () => {
    await mount();
    passThreeSeconds();
    view.root.querySelector(".viewport")?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    equal(isIdle(), false);
    passThreeSeconds();
    view.set({ index: 3 });
    equal(isIdle(), false);
  });

  it("leaves them while the film is paused", async () => {
    await mount({ ...base, stage: "paused" });
    equal(waiting, undefined);
    view.set({ stage: "playing" });
    passThreeSeconds();
    view.set({ stage: "paused" });
    equal(isIdle(), false);
  });

  it("leaves them while a key has put the focus on one", async () => {
    await mount();
    const button = await view.find("[part~=share-button]");
    // A ring is shown for focus that does not come from a pointer.
    button.focus();
    passThreeSeconds();
    equal(isIdle(), !button.matches(":focus-visible"));
  });
});
