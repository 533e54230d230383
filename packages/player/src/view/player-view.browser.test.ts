import { equal, ok } from "../media/testing/assert.js";
import type { MountedView } from "./testing/mount-view.js";
import { mountView, series } from "./testing/mount-view.js";
import { sampleState, sampleStates } from "./testing/states.js";

const base = sampleState(series);

describe("renderPlayer", () => {
  let view: MountedView;
  afterEach(() => view.remove());

  const slots = () => [...view.root.querySelectorAll<HTMLElement>(".slot")];

  it("can be closed where the series could not be had, or is still on its way", async () => {
    for (const name of ["series-failure", "no-series"] as const) {
      view = mountView({
        ...sampleStates(series)[name],
        ...(name === "series-failure" && { stage: "error" }),
      });
      (await view.find("[part~=back-button]")).click();
      equal(view.calls, ["leaveImmersive"]);
      view.remove();
    }
    view = mountView();
  });

  it("says that other devices are playing, and how to go on", async () => {
    const failure = { code: "device-limit", message: "", retryable: true };
    view = mountView({ ...base, stage: "error", failure });
    const notice = await view.find("[part~=notice]");
    ok(notice.textContent?.includes("too many devices"), notice.textContent ?? "");
    (await view.find("[part~=retry-button]")).click();
    equal(view.calls, ["retry"]);
  });

  it("puts episode i into slot i % 3 and says where it stands in the feed", () => {
    view = mountView({ ...base, index: 4 });
    const [previous, current, next] = [slots()[0], slots()[1], slots()[2]];
    equal(current?.getAttribute("aria-posinset"), "5");
    equal(current?.inert, false);
    ok(current?.getAttribute("aria-label")?.includes("Two lanterns"), "the active episode is named");
    for (const slot of [previous, next]) ok(slot?.inert, "what is out of sight cannot be reached");
    for (const [slot, video] of view.videos.entries()) equal(slots()[slot]?.contains(video), true);
  });

  it("never moves a video in the document, however far the viewer swipes", () => {
    view = mountView();
    const parents = view.videos.map((video) => video.parentElement);
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(view.root, { childList: true, subtree: true });
    for (const index of [3, 4, 5, 0, 8, 2]) view.set({ index });
    seen.push(...observer.takeRecords());
    observer.disconnect();
    const moved = seen.flatMap((record) => [...record.removedNodes, ...record.addedNodes]);
    ok(!moved.some((node) => node instanceof HTMLVideoElement), "a video was taken out or put in");
    equal(
      view.videos.map((video, slot) => video.parentElement === parents[slot]),
      [true, true, true],
    );
  });

  it("has the film over its poster, which goes when that very slot has shown a frame", () => {
    view = mountView({ ...base, index: 1, uncovered: [true, false, false] });
    const posters = slots().map((slot) => slot.querySelector(".poster"));
    equal(
      posters.map((poster) => poster && getComputedStyle(poster).opacity),
      ["0", "1", "1"],
    );
    ok(
      posters.every((poster) => poster?.nextElementSibling instanceof HTMLVideoElement),
      "a poster covers its film",
    );
  });

  it("gives a recycled slot a poster of its own, not the last one's", () => {
    view = mountView({ ...base, index: 1 });
    const before = slots()[0]?.querySelector(".poster");
    view.set({ index: 2 });
    ok(slots()[0]?.querySelector(".poster") !== before, "the same image element shows the old picture");
  });

  it("owns no gesture in an article, and one tap anywhere opens it", () => {
    view = mountView(sampleStates(series).inline);
    const card = view.root.querySelector<HTMLElement>("[part~=card]");
    if (!card) throw new Error("no card");
    const touchActions = [...view.root.querySelectorAll("*")].map((element) => [
      getComputedStyle(element).touchAction,
    ]);
    ok(!touchActions.flat().some((value) => /none|pinch/.test(value)), "the page cannot be scrolled here");
    equal(card.getBoundingClientRect().height, 844);
    card.click();
    equal(view.calls, ["enterImmersive"]);
  });

  it("toggles on a tap on the film, and not on a tap on a control", async () => {
    view = mountView();
    (await view.find("[part~=mute-button]")).click();
    equal(view.calls, ["toggleMute"]);
    slots()[2]?.click();
    equal(view.calls, ["toggleMute", "togglePlay"]);
  });

  it("turns the sound on with the first tap where the browser wanted one", () => {
    view = mountView({ ...base, muted: true, soundHint: true });
    slots()[2]?.click();
    equal(view.calls, ["toggleMute"]);
  });

  it("tells a screen reader what has become true, in one polite place", async () => {
    view = mountView();
    await view.find("[part~=controls]");
    const regions = view.root.querySelectorAll("[role=status], [aria-live]");
    equal(regions.length, 1);
    equal(regions[0]?.textContent, "Episode 3 of 8: What the tide brought");
    view.set({ index: 3 });
    equal(regions[0]?.textContent, "Episode 4 of 8: The debt");
    view.set({ online: false });
    ok(regions[0]?.textContent?.includes("offline"), "offline is told");
  });

  it("lets the fallback of the page shine through until the series is known", () => {
    const { series: _series, ...nothing } = base;
    view = mountView({ ...nothing, mode: "inline", stage: "poster" });
    const player = view.root.querySelector(".player");
    if (!player) throw new Error("no player");
    equal(getComputedStyle(player).pointerEvents, "none");
    equal(getComputedStyle(player).backgroundColor, "rgba(0, 0, 0, 0)");
  });
});
