import { equal, ok } from "../media/testing/assert.js";
import type { MediaServer } from "../media/testing/media-server.js";
import { type Mounted, mount } from "./testing/mount.js";

const manifest = (server: MediaServer): object => ({
  ...{ version: 1, id: "s", title: "The Series" },
  episodes: ["fmp4/main.m3u8", "ts/main.m3u8"].map((file, i) => ({
    ...{ id: `e${i + 1}`, number: i + 1, title: `${i + 1}`, access: "free" },
    source: { type: "hls", url: server.url(file) },
  })),
});

describe("the end of an episode", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  async function watchToTheEnd(attributes: Record<string, string>): Promise<readonly HTMLVideoElement[]> {
    mounted = await mount({ manifest, attributes: { mode: "page", muted: "", ...attributes } });
    const { element } = mounted;
    element.play();
    await mounted.until(({ stage }) => stage === "playing", "does not play");
    const videos = [...(element.shadowRoot?.querySelectorAll("video") ?? [])];
    const [video] = videos;
    ok(video, "no video");
    await mounted.until(({ duration }) => duration > 0, "no duration");
    video.currentTime = video.duration - 1.5;
    return videos;
  }

  it("is the beginning of the next, once", async () => {
    await watchToTheEnd({});
    await mounted.until(({ episode }) => episode === "e2", "still the first");
    await mounted.until(({ stage }) => stage === "playing", "the second does not play");
    equal(mounted.events.filter((name) => name === "drama-episode-change").length, 1);
  });

  it("is left to its last frame and sound where the player does not go on", async () => {
    const [video] = await watchToTheEnd({ "no-autonext": "" });
    await mounted.until(() => video?.ended === true, "did not end");
    equal(mounted.element.state.episode, "e1");
  });
});
