import { type Mounted, mount } from "../../element/testing/mount.js";
import { equal, ok } from "../../media/testing/assert.js";

describe("the settings menu", () => {
  let mounted: Mounted;
  const find = <T extends Element>(selector: string) =>
    mounted.element.shadowRoot?.querySelector<T>(selector);
  const press = (key: string) =>
    mounted.element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
  const open = async (): Promise<void> => {
    mounted = await mount({ attributes: { mode: "page", muted: "", autoplay: "" } });
    await mounted.until(({ stage }) => stage === "playing", "does not play");
    (await mounted.button(/settings/i)).click();
    await mounted.until(() => find(".settings") !== null, "does not open");
  };
  afterEach(() => mounted.remove());

  it("sets the speed, and says which one is chosen", async () => {
    await open();
    const speeds = [
      ...(mounted.element.shadowRoot?.querySelectorAll<HTMLInputElement>('[name="setting-rate"]') ?? []),
    ];
    equal(
      speeds.map(({ checked }) => checked),
      [false, true, false, false, false],
    );
    speeds[3]?.click();
    const video = find<HTMLVideoElement>(".is-active video");
    equal(video?.playbackRate, 1.5);
  });

  it("switches the data saver, and the way on, by buttons that tell their state", async () => {
    await open();
    const saver = await mounted.button(/data saver/i);
    equal(saver.getAttribute("role"), "switch");
    equal(saver.getAttribute("aria-checked"), "false");
    saver.click();
    await mounted.until(() => saver.getAttribute("aria-checked") === "true", "does not switch");
  });

  it("closes with Escape, and its keys do the rest", async () => {
    await open();
    // The code of keys may still be on its way.
    await mounted.until(() => {
      press("Escape");
      return find(".settings") === null;
    }, "does not close");
    press("x");
    await mounted.until(
      () => find<HTMLVideoElement>(".is-active video")?.playbackRate === 2,
      "is not faster",
    );
    press("x");
    await mounted.until(() => find<HTMLVideoElement>(".is-active video")?.playbackRate === 1, "stays fast");
  });

  it("gives the film the screen for itself, and a button back", async () => {
    await open();
    (await mounted.button(/hide controls/i)).click();
    await mounted.until(() => find(".chrome.is-clean") !== null, "hides nothing");
    ok(find(".chrome")?.hasAttribute("inert"), "hidden controls take the focus");
    (await mounted.button(/show controls/i)).click();
    await mounted.until(() => find(".chrome.is-clean") === null, "does not come back");
  });
});
