import { type Mounted, mount } from "../element/testing/mount.js";
import type { DramaEventDetails } from "../events/details.js";
import { equal, ok } from "../media/testing/assert.js";
import type { MediaServer } from "../media/testing/media-server.js";
import { until } from "../media/testing/stage.js";

type FirstFrame = DramaEventDetails["drama-first-frame"];
type Progress = DramaEventDetails["drama-progress"];

/** Three free films, so that every move has something to play. */
function freeSeries(server: MediaServer): object {
  const episode = (number: number, file: string, type: string) => ({
    ...{ id: `e${number}`, number, title: `${number}`, access: "free" },
    source: { type, url: server.url(file) },
  });
  const episodes = [
    episode(1, "fmp4/main.m3u8", "hls"),
    episode(2, "ts/main.m3u8", "hls"),
    episode(3, "film.mp4", "mp4"),
  ];
  return { version: 1, id: "s", title: "S", episodes };
}

describe("what a player tells of itself", () => {
  let mounted: Mounted;
  let frames: FirstFrame[];
  let progress: Progress[];
  beforeEach(() => {
    frames = [];
    progress = [];
  });
  afterEach(() => mounted.remove());

  async function open(attributes: Record<string, string> = { mode: "page" }): Promise<void> {
    // What the player of the former test tells when it goes is not for this one.
    const [myFrames, myProgress] = [frames, progress];
    mounted = await mount({
      attributes: { muted: "", ...attributes },
      manifest: freeSeries,
      before: (element) => {
        element.addEventListener("drama-first-frame", ({ detail }) => myFrames.push(detail));
        element.addEventListener("drama-progress", ({ detail }) => myProgress.push(detail));
      },
    });
  }

  const told = (episode: string): Promise<void> =>
    until(
      () => frames.some((detail) => detail.episode === episode),
      () => `no first frame of ${episode}: ${JSON.stringify(frames)}`,
    );
  const secondVideo = (): HTMLVideoElement | undefined =>
    mounted.element.shadowRoot?.querySelectorAll("video")[1];

  it("says how long the first frame took since the page asked, and what is seen", async () => {
    await open();
    const before = performance.now();
    mounted.element.play();
    await told("e1");
    const [first] = frames;
    equal([first?.cause, first?.preloaded], ["api", false]);
    ok(
      first && first.elapsedMs > 0 && first.elapsedMs <= performance.now() - before,
      `${first?.elapsedMs} ms`,
    );
    equal([first.rendition?.width, first.rendition?.height], [180, 320]);
  });

  it("says that a neighbour was ready, and measures until it moves", async () => {
    await open();
    mounted.element.play();
    await until(() => (secondVideo()?.readyState ?? 0) >= 2 && secondVideo()?.style.opacity === "");
    // It is known a task after it is seen.
    await new Promise((resolve) => setTimeout(resolve));
    const before = performance.now();
    mounted.element.next();
    await told("e2");
    const second = frames.find(({ episode }) => episode === "e2");
    equal([second?.cause, second?.preloaded], ["api", true]);
    ok(second && second.elapsedMs <= performance.now() - before, `${second?.elapsedMs} ms`);
    ok((secondVideo()?.currentTime ?? 0) > 0, "told before it moved");
  });

  it("tells each first frame once", async () => {
    await open();
    mounted.element.play();
    await told("e1");
    mounted.element.pause();
    mounted.element.play();
    mounted.element.next();
    await told("e2");
    equal(
      frames.map(({ episode }) => episode),
      ["e1", "e2"],
    );
  });

  it("tells of the film that the page starts by itself after it was opened", async () => {
    await open({ mode: "page", autoplay: "" });
    await told("e1");
    equal(frames[0]?.cause, document.readyState === "complete" ? "autoplay" : "navigation");
  });

  it("adds up what was watched and loaded when an episode is left", async () => {
    await open();
    mounted.element.play();
    await mounted.until(({ position }) => position > 1.5, "does not play");
    mounted.element.next();
    const [left] = progress;
    equal([left?.episode, left?.number, left?.stalls, left?.stallMs], ["e1", 1, 0, 0]);
    ok(left && left.position > 1.5, `left at ${left?.position}`);
    const { loaded = 0, used = 0 } = left.bytes ?? {};
    ok(used > 0 && used < loaded, `used ${used} of ${loaded}`);
    ok((left.rendition?.bitrate ?? 0) > 1000, `bitrate ${left.rendition?.bitrate}`);
  });

  it("counts a stall", async () => {
    await open();
    await mounted.server.break({ match: "fmp4/.*[1-9]\\.m4s$", delayMs: 3000 });
    mounted.element.play();
    await mounted.until(({ stage }) => stage === "stalled", "does not stall");
    await mounted.server.break();
    await mounted.until(({ position }) => position > 5.2, "does not go on");
    const last = progress.at(-1);
    equal(last?.stalls, 1);
    ok(last && last.stallMs > 0, `${last?.stallMs} ms`);
  });

  it("keeps the order when the page moves on at once", async () => {
    await open();
    mounted.element.addEventListener("drama-first-frame", () => mounted.element.next(), { once: true });
    mounted.element.play();
    await told("e2");
    equal(
      frames.map(({ episode, cause }) => [episode, cause]),
      [
        ["e1", "api"],
        ["e2", "api"],
      ],
    );
  });

  it("holds no address and no secret", async () => {
    await open();
    mounted.element.play();
    await told("e1");
    mounted.element.next();
    ok(!/http|blob|m3u8|mp4/.test(JSON.stringify([frames, progress])), JSON.stringify([frames, progress]));
  });
});
