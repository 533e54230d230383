import { equal } from "../media/testing/assert.js";
import { type Mounted, mount } from "./testing/mount.js";

describe("autoplay", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  it("set while the player is in view already starts it, silently", async () => {
    mounted = await mount();
    await mounted.until(({ series }) => series === "s", "has no series");
    // The first look at where the player stands is over by now.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    equal(mounted.element.state.stage, "poster");
    mounted.element.autoplay = true;
    await mounted.until(({ stage }) => stage === "playing", "does not play");
    equal(mounted.element.state.muted, true);
  });

  it("does not start again what the viewer has paused", async () => {
    mounted = await mount({ attributes: { muted: "" } });
    await mounted.until(({ series }) => series === "s", "has no series");
    mounted.element.play();
    await mounted.until(({ stage }) => stage === "playing", "does not play");
    mounted.element.pause();
    await mounted.until(({ stage }) => stage !== "playing", "does not pause");
    mounted.element.autoplay = true;
    await mounted.element.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    equal(mounted.element.state.stage, "poster");
  });
});
