import { equal, ok } from "./testing/assert.js";
import { filmTarget, seesFilm } from "./testing/films.js";
import { MediaServer } from "./testing/media-server.js";
import type { Stage } from "./testing/stage.js";
import { createStage, frames, until } from "./testing/stage.js";

describe("a page that goes and comes", () => {
  let stage: Stage;
  const server = new MediaServer();
  beforeEach(() => {
    stage = createStage();
  });
  afterEach(() => {
    show();
    stage.end();
  });

  const play = async (): Promise<HTMLVideoElement> => {
    stage.pool.assign(0, filmTarget(server, "fmp4"), "current");
    stage.pool.activate(0);
    stage.pool.play();
    await stage.fact("playing");
    return stage.pool.videos[0];
  };

  /** The browser's own way cannot be driven from a page; the events and the state are the same. */
  const hide = (): void => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  };
  const show = (): void => {
    Reflect.deleteProperty(document, "visibilityState");
    document.dispatchEvent(new Event("visibilitychange"));
  };

  it("plays nothing in the background and goes on when it is seen again", async () => {
    const video = await play();
    hide();
    ok(video.paused, "it plays on");
    await stage.fact("paused");
    stage.forget();
    show();
    await stage.fact("playing");
  });

  it("plays on when it was hidden for a moment only", async () => {
    const video = await play();
    hide();
    show();
    await frames(20);
    ok(!video.paused, "it stays paused");
  });

  it("loads in the background no more than it needs to go on at once", async () => {
    await server.break({ match: "m4s$", delayMs: 300 });
    stage.pool.assign(0, filmTarget(server, "fmp4"), "current");
    stage.pool.assign(1, filmTarget(server, "ts"), "warm");
    stage.pool.activate(0);
    stage.pool.play();
    await stage.fact("playing");
    hide();
    const before = (await server.requests(/m4s|m2ts|\.ts$/)).length;
    await frames(120);
    // The one that is under way comes, and at most one more to have two seconds ahead.
    const after = (await server.requests(/m4s|m2ts|\.ts$/)).length;
    ok(after - before <= 2, `${after - before} segments were asked for`);
    const [video] = stage.pool.videos;
    ok(video.buffered.end(0) < 7, `buffered until ${video.buffered.end(0)}`);
    show();
    await until(() => video.buffered.end(0) > 7.5);
  });

  it("does not start what was paused before", async () => {
    const video = await play();
    stage.pool.pause();
    hide();
    show();
    await frames(20);
    ok(video.paused, "it plays");
  });

  it("does not start in the background", async () => {
    hide();
    stage.pool.assign(0, filmTarget(server, "fmp4"), "current");
    stage.pool.activate(0);
    stage.pool.play();
    await frames(60);
    ok(stage.pool.videos[0].paused, "it plays");
    show();
    await stage.fact("playing");
  });

  it("stays paused when the system paused it, until somebody plays again", async () => {
    const video = await play();
    video.pause();
    await stage.fact("paused");
    hide();
    show();
    await frames(20);
    ok(video.paused, "it plays");
    stage.forget();
    stage.pool.play();
    await stage.fact("playing");
  });

  it("loads again after the back/forward cache, and goes on where it was", async () => {
    const video = await play();
    await until(() => video.currentTime > 1);
    const before = video.currentTime;
    stage.forget();
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    equal(stage.facts[0]?.type, "loading");
    await stage.fact("first-frame");
    await stage.fact("playing");
    await seesFilm(video, "fmp4");
    ok(Math.abs(video.currentTime - before) < 0.6, `at ${video.currentTime}, was at ${before}`);
  });

  it("stops an element that a media key started although another one is active", async () => {
    await play();
    stage.pool.assign(1, filmTarget(server, "mp4"), "warm");
    await stage.fact("first-frame", "s/mp4");
    const [, neighbour] = stage.pool.videos;
    await neighbour.play().catch(() => {});
    await until(() => neighbour.paused);
  });
});
