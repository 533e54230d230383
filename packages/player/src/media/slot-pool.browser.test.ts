import { equal, ok } from "./testing/assert.js";
import { countHls } from "./testing/count-hls.js";
import { type Film, filmOf, filmTarget, seesFilm } from "./testing/films.js";
import { MediaServer } from "./testing/media-server.js";
import type { Stage } from "./testing/stage.js";
import { createStage, frames, until } from "./testing/stage.js";

/** Episode after episode in a circle; each film is another key. */
const FEED: readonly Film[] = ["fmp4", "ts", "mp4", "byteRange", "aes128"];

describe("a slot pool", () => {
  let stage: Stage;
  let server: MediaServer;
  beforeEach(() => {
    server = new MediaServer();
    stage = createStage();
  });
  afterEach(() => stage.end());

  /** What the controller does on a swipe to episode `i`. */
  const goTo = (i: number): void => {
    const assign = (at: number, role: "current" | "warm" | "hold"): void => {
      const film = FEED[((at % FEED.length) + FEED.length) % FEED.length] ?? "fmp4";
      const target = at < 0 ? null : filmTarget(server, film, { key: `s/e${at}` });
      stage.pool.assign((at + 3) % 3, target, role);
    };
    assign(i, "current");
    assign(i + 1, "warm");
    assign(i - 1, "hold");
    stage.pool.activate(i % 3);
    stage.pool.play();
  };

  it("has three elements that play inline, muted and readable across origins", () => {
    equal(
      stage.pool.videos.map((video) => [video.playsInline, video.muted, video.crossOrigin]),
      [1, 2, 3].map(() => [true, true, "anonymous"]),
    );
  });

  for (const film of ["fmp4", "mp4"] as const) {
    it(`shows the first frame of a warm neighbour (${film}) and lets it rest at its start`, async () => {
      const [video] = stage.pool.videos;
      stage.pool.assign(0, filmTarget(server, film), "warm");
      await stage.fact("first-frame");
      await seesFilm(video, film);
      equal([video.paused, video.currentTime < 0.2], [true, true]);
    });
  }

  it("lets a neighbour wait inside its first frame, from where the second one comes as soon as it plays", async () => {
    stage.end();
    stage = createStage({ memory: { firstFrame: 0 } });
    const [video] = stage.pool.videos;
    stage.pool.assign(0, filmTarget(server, "fmp4"), "warm");
    await stage.fact("first-frame");
    // There it would stand still for good when it is played in the middle of the seek.
    const isWebKit = /^Apple/.test(navigator.vendor);
    await until(() => isWebKit || video.currentTime > 0);
    equal([video.paused, video.currentTime < 0.05], [true, true]);
  });

  it("asks for one segment of a warm neighbour, and for the rest once it is watched", async () => {
    const segments = async (): Promise<number> =>
      (await server.requests(/\/high\/\d\.m4s$|\/low\/\d\.m4s$/)).length;
    stage.pool.assign(1, filmTarget(server, "fmp4"), "warm");
    await stage.fact("first-frame");
    await frames(60);
    equal(await segments(), 1);
    stage.pool.assign(1, filmTarget(server, "fmp4"), "current");
    stage.pool.activate(1);
    stage.pool.play();
    const [, video] = stage.pool.videos;
    await until(() => video.buffered.length > 0 && video.buffered.end(0) > 7.5);
    equal(await segments(), 4);
  });

  it("asks for nothing of a target on hold", async () => {
    stage.pool.assign(0, filmTarget(server, "fmp4"), "hold");
    stage.pool.assign(1, filmTarget(server, "mp4"), "hold");
    await frames(30);
    equal((await server.requests(/./)).length, 0);
  });

  it("fetches the multivariant playlist once", async () => {
    stage.pool.assign(0, filmTarget(server, "fmp4"), "current");
    await stage.fact("first-frame");
    equal((await server.requests(/main\.m3u8$/)).length, 1);
  });

  it("lets the neighbour wait until the current episode is safely ahead", async () => {
    await server.break({ match: "fmp4/.*/0\\.m4s$", delayMs: 1500 });
    stage.pool.assign(0, filmTarget(server, "fmp4"), "current");
    stage.pool.assign(1, filmTarget(server, "ts"), "warm");
    stage.pool.activate(0);
    stage.pool.play();
    await stage.fact("first-frame", "s/ts");
    const [own] = await server.requests(/fmp4\/.*\/0\.m4s$/);
    const [neighbour] = await server.requests(/\/ts\//);
    ok(
      own && neighbour && neighbour.at >= own.at + 1500,
      "the neighbour was asked for before the current one had come",
    );
  });

  it("plays the active slot and no other", async () => {
    goTo(0);
    await stage.fact("playing", "s/e0");
    goTo(1);
    await stage.fact("playing", "s/e1");
    equal(
      stage.pool.videos.map(({ paused }) => paused),
      [true, false, true],
    );
  });

  it("comes back to the picture that was left, without loading it anew", async () => {
    goTo(0);
    const [video] = stage.pool.videos;
    await until(() => video.currentTime > 0.5);
    goTo(1);
    await stage.fact("playing", "s/e1");
    await stage.fact("first-frame", "s/e2");
    equal([filmOf(video), video.style.opacity, video.currentTime > 0.4], ["fmp4", "", true]);
    const before = video.currentTime;
    goTo(0);
    await until(() => video.currentTime > before + 0.3);
    equal(stage.facts.filter(({ type, key }) => type === "first-frame" && key === "s/e0").length, 1);
    await until(() => !video.seeking && video.buffered.length === 1 && video.buffered.end(0) > 7.5);
  });

  it("never shows a frame of the former media", async () => {
    const [video] = stage.pool.videos;
    const seen = new Set<string>();
    let isWatching = true;
    const watch = (): void => {
      if (video.style.opacity !== "0") seen.add(filmOf(video) ?? "nothing");
      if (isWatching) requestAnimationFrame(watch);
    };
    for (const film of ["fmp4", "ts", "mp4", "fmp4"] as const) {
      stage.forget();
      seen.clear();
      const key = `s/${film}${Math.random()}`;
      stage.pool.assign(0, filmTarget(server, film, { key }), "current");
      isWatching = true;
      watch();
      stage.pool.activate(0);
      stage.pool.play();
      await stage.fact("playing", key);
      await frames(10);
      isWatching = false;
      seen.delete("nothing");
      equal([...seen], [film]);
    }
  });

  it("covers the element until its own first frame", async () => {
    const [video] = stage.pool.videos;
    stage.pool.assign(0, filmTarget(server, "fmp4"), "current");
    equal(video.style.opacity, "0");
    await stage.fact("first-frame");
    equal(video.style.opacity, "");
    stage.pool.assign(0, null, "hold");
    equal(video.style.opacity, "0");
    // Taken off in idle time: a swipe has none for it.
    while (video.getAttribute("src") ?? video.querySelector("source")) await frames(1);
    equal(video.readyState, 0);
  });

  it("says that an episode plays that was left and returned to at once", async () => {
    goTo(0);
    await stage.fact("playing", "s/e0");
    goTo(1);
    stage.forget();
    goTo(0);
    await stage.fact("playing", "s/e0");
  });

  it("survives flicks faster than play() answers", async () => {
    for (let i = 0; i <= 5; i++) {
      goTo(i);
      if (i % 2 === 0) await frames(1);
    }
    await stage.fact("playing", "s/e5");
    await frames(30);
    equal(
      stage.pool.videos.map(({ paused }) => paused),
      [true, true, false],
    );
    equal(
      stage.facts.filter(({ type }) => type === "failed" || type === "needs-gesture"),
      [],
    );
  });

  it("starts where it is told", async () => {
    for (const film of ["fmp4", "mp4"] as const) {
      stage.forget();
      stage.pool.assign(0, filmTarget(server, film, { startAt: 5 }), "current");
      await stage.fact("first-frame");
      const { currentTime } = stage.pool.videos[0];
      ok(Math.abs(currentTime - 5) < 0.3, `${film} at ${currentTime}`);
    }
  });

  it("keeps its speed from episode to episode", async () => {
    stage.pool.setRate(1.5);
    goTo(0);
    await stage.fact("playing", "s/e0");
    goTo(1);
    await stage.fact("playing", "s/e1");
    equal(stage.pool.videos[1].playbackRate, 1.5);
  });

  it("tells time, duration and how far it has loaded", async () => {
    goTo(0);
    await stage.fact("playing");
    await until(() =>
      stage.facts.some((fact) => fact.type === "time" && fact.position > 0.2 && fact.duration > 7.9),
    );
    const last = stage.facts.filter((fact) => fact.type === "time").at(-1);
    ok(last && last.bufferedEnd > 1, `buffered ${last?.bufferedEnd}`);
  });

  it("keeps to what the media has when seeking", async () => {
    goTo(0);
    await stage.fact("playing");
    stage.pool.pause();
    stage.pool.seek(-3);
    equal(stage.pool.videos[0].currentTime, 0);
    stage.pool.seek(99);
    ok(stage.pool.videos[0].currentTime <= 8.2, "beyond the end");
  });

  it("can be used again after it was released", async () => {
    goTo(0);
    await stage.fact("playing");
    stage.pool.release();
    ok(
      stage.pool.videos.every((video) => video.readyState === 0 && video.paused),
      "media is still there",
    );
    stage.forget();
    goTo(0);
    await stage.fact("playing", "s/e0");
  });

  it("loads nothing again when it is released in the middle of a request", async () => {
    await server.break({ match: "/[1-9]\\.m4s$", bytesPerSecond: 20_000 });
    goTo(0);
    await stage.fact("playing");
    stage.pool.release();
    await frames(30);
    equal(
      stage.pool.videos.map((video) => [video.getAttribute("src"), video.readyState]),
      [
        [null, 0],
        [null, 0],
        [null, 0],
      ],
    );
  });

  it("keeps three elements and two engines over thirty swipes", async function () {
    this.timeout(60_000);
    const count = countHls();
    for (let i = 0; i < 30; i++) {
      goTo(i);
      await stage.fact("playing", `s/e${i}`);
      stage.forget();
    }
    await until(
      () => count.live <= 2,
      () => `${count.live} live`,
    );
    ok(count.made > 15, `only ${count.made} were made`);
    stage.pool.release();
    await until(
      () => count.live === 0,
      () => `${count.live} live after the release`,
    );
  });
});
