import { equal, ok } from "../../media/testing/assert.js";
import { type MountedView, mountView, series } from "../testing/mount-view.js";
import { sampleStates } from "../testing/states.js";

const states = sampleStates(series);

describe("what comes next", () => {
  let view: MountedView;
  afterEach(() => view.remove());

  it("is named before it begins, with a button that stops it", async () => {
    view = mountView(states["up-next"]);
    const chip = await view.find("[part='up-next']");
    ok(chip.textContent?.includes("The debt"), "the next episode is not named");
    ok(chip.textContent?.includes("0:04"), "it is not said when");
    const cancel = await view.find("[part='up-next-cancel-button']");
    const { width, height } = cancel.getBoundingClientRect();
    ok(width >= 44 && height >= 44, "too small to press");
    cancel.focus();
    cancel.click();
    equal(view.calls, ['choose {"stays":"once"}']);
    view.show(states["up-next-cancelled"]);
    equal(view.root.activeElement?.getAttribute("part"), "play-button");
  });

  it("is said to stay away once it was stopped", async () => {
    view = mountView(states["up-next-cancelled"]);
    const toast = await view.find("[part='toast']");
    equal(toast.textContent, "Stays with this episode");
    equal(view.root.querySelector("[role='status']")?.textContent, "Stays with this episode");
    equal(view.root.querySelector("[part='up-next']"), null);
  });

  it("is a button when the episode is over, beside one to watch again", async () => {
    view = mountView(states["next-offered"]);
    (await view.find("[part='next-offer-button']")).click();
    (await view.find("[part='replay-button']")).click();
    equal(view.calls, ["next button", "seek 0", "togglePlay"]);
  });

  it("leaves a film alone that has the screen for itself", async () => {
    view = mountView({ ...states["up-next"], choices: { next: "coming", isClean: true } });
    await view.find("[part='show-controls-button']");
    equal(view.root.querySelector("[part='up-next']"), null);
  });
});
