import type { MediaTarget } from "../core/media-fact.js";
import { equal, ok } from "./testing/assert.js";
import { filmTarget, seesFilm } from "./testing/films.js";
import { MediaServer } from "./testing/media-server.js";
import type { Stage } from "./testing/stage.js";
import { createStage, frames, until } from "./testing/stage.js";

/** As the player's own, only sooner at its end. */
const SHORT = { firstByteMs: 400, wholeMs: 3000, timeoutRetries: 1, errorRetries: 2, retryDelayMs: 50 };

describe("recovery", () => {
  let stage: Stage;
  let server: MediaServer;
  beforeEach(() => {
    server = new MediaServer();
    stage = createStage({ patience: SHORT });
  });
  afterEach(() => stage.end());

  const play = (target: MediaTarget): void => {
    stage.pool.assign(0, target, "current");
    stage.pool.activate(0);
    stage.pool.play();
  };

  const failures = (): readonly string[] =>
    stage.facts.filter((fact) => fact.type === "failed").map(({ code }) => code);

  /** Failures that patience overcomes: nobody sees more than a wait. */
  for (const [name, film, rule] of [
    ["a playlist that is 500 at first", "fmp4", { match: "main.m3u8", times: 2, status: 500 }],
    ["a media playlist that is 503 at first", "fmp4", { match: "media.m3u8", times: 1, status: 503 }],
    ["segments that are 500 at first", "fmp4", { match: "m4s$", times: 2, status: 500 }],
    ["a connection that breaks", "fmp4", { match: "m4s$", times: 1, drop: true }],
    ["a playlist that hangs at first", "fmp4", { match: "main.m3u8", times: 1, hang: true }],
    ["a segment that hangs at first", "fmp4", { match: "m4s$", times: 1, hang: true }],
    ["an MP4 that is 503 at first", "mp4", { times: 1, status: 503 }],
    ["an MP4 that hangs at first", "mp4", { times: 1, hang: true }],
  ] as const) {
    it(`overcomes ${name}`, async () => {
      await server.break(rule);
      play(filmTarget(server, film));
      await stage.fact("playing");
      await seesFilm(stage.pool.videos[0], film);
      equal(failures(), []);
    });
  }

  for (const [name, film, rule, code, retryable] of [
    ["a playlist that is not there", "fmp4", { match: "main.m3u8", status: 404 }, "not-found", false],
    ["a server in trouble", "fmp4", { status: 503 }, "network", true],
    ["a server that never answers", "fmp4", { hang: true }, "network", true],
    ["segments that are not there", "fmp4", { match: "m4s$", status: 404 }, "not-found", false],
    ["media without a right", "fmp4", { match: "main.m3u8", status: 403 }, "forbidden", true],
    ["segments without a right", "fmp4", { match: "m4s$", status: 403 }, "forbidden", true],
    ["an MP4 that is not there", "mp4", { status: 404 }, "not-found", false],
    ["an MP4 without a right", "mp4", { status: 403 }, "forbidden", true],
    ["an MP4 that never comes", "mp4", { hang: true }, "network", true],
  ] as const) {
    it(`tells of ${name}`, async () => {
      await server.break(rule);
      play(filmTarget(server, film));
      const failed = await stage.fact("failed");
      equal([failed.code, failed.retryable], [code, retryable]);
      ok(failed.message.length > 20, `no words: ${failed.message}`);
    });
  }

  for (const status of [401, 402, 403, 404]) {
    it(`asks once for a playlist that is ${status}`, async () => {
      await server.break({ match: "main.m3u8", status });
      play(filmTarget(server, "fmp4"));
      await stage.fact("failed");
      await frames(20);
      equal((await server.requests(/main/)).length, 1);
    });
  }

  it("plays after a retry, and from the place where it stopped", async () => {
    play(filmTarget(server, "fmp4", { startAt: 4 }));
    await stage.fact("playing");
    const [video] = stage.pool.videos;
    await server.break({ status: 403 });
    stage.pool.assign(0, null, "hold");
    play(filmTarget(server, "fmp4", { startAt: 4 }));
    await stage.fact("failed");
    await server.break();
    stage.forget();
    stage.pool.retry();
    await stage.fact("playing");
    ok(video.currentTime >= 4, `at ${video.currentTime}`);
  });

  it("lets what is buffered finish before it tells of a failure", async () => {
    await server.break({ match: "m4s$", after: 2, status: 403 });
    play(filmTarget(server, "fmp4"));
    const failed = await stage.fact("failed");
    equal(failed.code, "forbidden");
    const { currentTime } = stage.pool.videos[0];
    ok(currentTime > 3, `failed at ${currentTime}`);
  });

  it("goes on by itself when the network comes back before the buffer is empty", async () => {
    await server.break({ match: "m4s$", after: 2, status: 503 });
    play(filmTarget(server, "fmp4"));
    await until(() => stage.pool.videos[0].currentTime > 1);
    await server.break();
    await until(() => stage.pool.videos[0].currentTime > 5);
    equal(failures(), []);
  });

  it("waits for the network when the browser is offline, and then goes on", async () => {
    Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
    try {
      await server.break({ match: "test-media", drop: true });
      play(filmTarget(server, "fmp4"));
      await frames(60);
      equal(failures(), []);
      await server.break();
    } finally {
      Reflect.deleteProperty(navigator, "onLine");
    }
    dispatchEvent(new Event("online"));
    await stage.fact("playing");
  });

  it("tries again by itself when the network comes back after it gave up", async () => {
    await server.break({ match: "main.m3u8", drop: true });
    play(filmTarget(server, "fmp4"));
    await stage.fact("failed");
    await server.break();
    dispatchEvent(new Event("online"));
    await stage.fact("playing");
  });

  const playFile = (file: string): void => {
    const type = file.endsWith("mp4") ? "mp4" : "hls";
    play({ key: "s/broken", media: { type, url: server.url(file) }, captions: [], startAt: 0 });
  };

  for (const file of ["broken/main.m3u8", "broken.mp4"]) {
    it(`tells of media that is none (${file})`, async () => {
      playFile(file);
      const { code } = await stage.fact("failed");
      ok(code === "decode" || code === "unsupported", code);
    });
  }

  it("tells of pictures that cannot be decoded", async function () {
    // Such a film ends the whole process of WebKitGTK 2.50 once in a while.
    if ("ManagedMediaSource" in globalThis) return this.skip();
    playFile("undecodable/main.m3u8");
    equal((await stage.fact("failed")).code, "decode");
  });

  /** What an element says when its decoder breaks; no test film breaks in its middle in all engines. */
  const breakDecoder = (video: HTMLVideoElement): void => {
    Object.defineProperty(video, "error", { value: { code: 3, message: "broken" }, configurable: true });
    video.dispatchEvent(new Event("error"));
    Reflect.deleteProperty(video, "error");
  };

  it("begins a decoder that broke anew, and goes on where it was", async () => {
    play(filmTarget(server, "fmp4"));
    const [video] = stage.pool.videos;
    await until(() => video.currentTime > 1);
    const before = video.currentTime;
    stage.forget();
    breakDecoder(video);
    await stage.fact("playing");
    ok(Math.abs(video.currentTime - before) < 1, `at ${video.currentTime}, was at ${before}`);
    await seesFilm(video, "fmp4");
    equal(failures(), []);
  });

  it("gives a decoder up that breaks again at once, and a retry helps", async () => {
    play(filmTarget(server, "fmp4"));
    const [video] = stage.pool.videos;
    await until(() => video.currentTime > 0.5);
    breakDecoder(video);
    breakDecoder(video);
    const { code, retryable } = await stage.fact("failed");
    equal([code, retryable], ["decode", true]);
    stage.forget();
    stage.pool.retry();
    await stage.fact("playing");
  });

  it("says nothing of a neighbour's failure until the viewer comes there, and then tries anew", async () => {
    await server.break({ match: "/ts/", status: 404 });
    play(filmTarget(server, "fmp4"));
    stage.pool.assign(1, filmTarget(server, "ts"), "warm");
    await stage.fact("playing");
    await until(() => stage.facts.some(({ key }) => key === "s/ts"));
    await frames(60);
    equal(failures(), []);
    await server.break();
    stage.pool.assign(1, filmTarget(server, "ts"), "current");
    stage.pool.activate(1);
    await stage.fact("playing", "s/ts");
  });
});
