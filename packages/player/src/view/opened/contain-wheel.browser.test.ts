import { equal } from "../../media/testing/assert.js";
import { type MountedView, mountView, series } from "../testing/mount-view.js";
import { sampleStates } from "../testing/states.js";

describe("containWheel", () => {
  let view: MountedView;
  afterEach(() => view.remove());

  const wheelOver = (element: Element, deltaY: number) => {
    const event = new WheelEvent("wheel", { deltaY, bubbles: true, composed: true, cancelable: true });
    element.dispatchEvent(event);
    return event.defaultPrevented ? "kept" : "scrolls";
  };

  it("scrolls the list, and at its ends not the page behind it", async () => {
    view = mountView(sampleStates(series).episodes);
    const tile = await view.find("[part~=episode-tile]");
    const list = await view.find("[part~=panel] .sheet-body");
    list.style.blockSize = "200px";
    list.style.flex = "none";
    equal([wheelOver(tile, -100), wheelOver(tile, 100)], ["kept", "scrolls"]);
    list.scrollTop = list.scrollHeight;
    equal([wheelOver(tile, -100), wheelOver(tile, 100)], ["scrolls", "kept"]);
  });

  it("keeps the page still over the head of a sheet", async () => {
    view = mountView(sampleStates(series).gate);
    equal(wheelOver(await view.find("[part~=gate] .sheet-head"), 100), "kept");
  });
});
