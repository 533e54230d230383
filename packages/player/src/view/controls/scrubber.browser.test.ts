import { equal, ok } from "../../media/testing/assert.js";
import { type MountedView, mountView, series } from "../testing/mount-view.js";
import { sampleState } from "../testing/states.js";

const base = sampleState(series);

describe("the progress bar", () => {
  let view: MountedView;
  let slider: HTMLElement;
  beforeEach(async () => {
    view = mountView({ ...base, position: 34, duration: 80 });
    slider = await view.find("[role=slider]");
    // Synthetic pointers cannot be captured.
    slider.setPointerCapture = () => undefined;
  });
  afterEach(() => view.remove());

  const point = (type: string, share: number) => {
    const { left, top, width } = slider.getBoundingClientRect();
    const clientX = left + width * share;
    slider.dispatchEvent(
      new PointerEvent(type, { pointerId: 1, isPrimary: true, clientX, clientY: top + 22, bubbles: true }),
    );
  };
  /** WebKit cuts the coordinates of synthetic pointers to whole pixels: a third of a second here. */
  const sought = () =>
    view.calls.flatMap((call) => (call.startsWith("seek") ? [Math.round(Number(call.split(" ")[1]))] : []));
  const press = (key: string) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    slider.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const spoken = () => slider.getAttribute("aria-valuetext");

  it("says where the film stands", () => {
    equal(spoken(), "0:34 of 1:20");
    equal([slider.getAttribute("aria-valuenow"), slider.getAttribute("aria-valuemax")], ["34", "80"]);
  });

  it("seeks where the finger is, and follows it", () => {
    point("pointerdown", 0.25);
    point("pointermove", 0.5);
    point("pointerup", 0.5);
    equal(
      view.calls.map((call) => call.split(" ")[0]),
      ["scrubStarted", "seek", "seek", "scrubEnded"],
    );
    equal(sought(), [20, 40]);
  });

  it("shows the finger's time while it is down, whatever the film says meanwhile", () => {
    point("pointerdown", 0.5);
    view.set({ position: 35 });
    const shown = spoken();
    ok(/^0:(39|40) of 1:20$/.test(shown ?? ""), `it says ${shown}`);
    ok(shown?.startsWith(slider.querySelector("output")?.textContent ?? "?"), "the bubble says the same");
    point("pointerup", 0.5);
    view.set({ position: 41 });
    equal(spoken(), "0:41 of 1:20");
  });

  it("stays inside the film", () => {
    point("pointerdown", 1.4);
    point("pointerup", 1.4);
    equal(view.calls[1], "seek 80");
  });

  it("takes the keys of a slider and leaves up and down to the feed", () => {
    ok(press("ArrowRight") && press("ArrowLeft") && press("Home") && press("End"), "a key was not taken");
    equal(view.calls, ["seek 39", "seek 29", "seek 0", "seek 80"]);
    equal(press("ArrowUp"), false);
  });

  it("begins on the left in a language that is written from the right, too", () => {
    view.root.querySelector(".player")?.setAttribute("dir", "rtl");
    point("pointerdown", 0.25);
    equal(sought(), [20]);
    const fill = slider.querySelector(".progress-fill");
    const { left } = slider.getBoundingClientRect();
    ok(Math.abs((fill?.getBoundingClientRect().left ?? 0) - left) < 1, "the bar fills from the right");
  });
});
