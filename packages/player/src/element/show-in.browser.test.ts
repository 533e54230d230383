import { equal } from "../media/testing/assert.js";
import type { Session } from "./session.js";
import { showIn } from "./show-in.js";

/** A session with one video, and the wrapper of a host that may know the standard's full screen. */
function createStage(hostWays: Partial<Pick<HTMLElement, "requestFullscreen">>) {
  const host = document.createElement("div");
  Object.defineProperty(host, "requestFullscreen", { value: undefined, ...describeWay(hostWays) });
  const wrapper = document.createElement("section");
  host.attachShadow({ mode: "open" }).append(wrapper);
  const video = document.createElement("video");
  const session = { model: { index: 0 }, pool: { videos: [video] } } as unknown as Session;
  return { session, wrapper, video };
}

const describeWay = ({ requestFullscreen: value }: Partial<Pick<HTMLElement, "requestFullscreen">>) =>
  value ? { value } : {};

describe("showIn", () => {
  it("gives the whole player the screen where elements may have it", async () => {
    const asked: string[] = [];
    const stage = createStage({ requestFullscreen: async () => void asked.push("element") });
    Object.assign(stage.video, { webkitEnterFullscreen: () => asked.push("video") });
    await showIn("screen", stage.session, stage.wrapper);
    equal(asked, ["element"]);
  });

  it("gives the video the screen on an iPhone, where no element may have it", async () => {
    const asked: string[] = [];
    const stage = createStage({});
    Object.assign(stage.video, { webkitEnterFullscreen: () => asked.push("video") });
    await showIn("screen", stage.session, stage.wrapper);
    equal(asked, ["video"]);
  });

  it("leaves the film where it is when the browser refuses", async () => {
    const stage = createStage({ requestFullscreen: () => Promise.reject(new TypeError("not in a gesture")) });
    equal(await showIn("screen", stage.session, stage.wrapper), undefined);
  });

  it("lets the film float, and brings it back, by Safari's own way", async () => {
    const modes: string[] = [];
    const { session, wrapper, video } = createStage({});
    Object.defineProperties(video, {
      requestPictureInPicture: { value: undefined },
      webkitPresentationMode: { get: () => modes.at(-1) ?? "inline" },
      webkitSetPresentationMode: { value: (mode: string) => modes.push(mode) },
    });
    await showIn("picture", session, wrapper);
    await showIn("picture", session, wrapper);
    equal(modes, ["picture-in-picture", "inline"]);
  });

  it("asks for the standard's floating picture first", async () => {
    const asked: string[] = [];
    const { session, wrapper, video } = createStage({});
    Object.defineProperties(video, {
      requestPictureInPicture: { value: async () => asked.push("standard") },
      webkitSetPresentationMode: { value: () => asked.push("own") },
    });
    await showIn("picture", session, wrapper);
    equal(asked, ["standard"]);
  });
});
