import type { Source, StartDescriptor } from "@micro-drama/protocol";
import type { MediaTarget } from "../../core/media-fact.js";
import { SignedAccess } from "../signed-access.js";
import { equal, ok } from "../testing/assert.js";
import { filmTarget, seesFilm } from "../testing/films.js";
import { MediaServer } from "../testing/media-server.js";
import type { Stage } from "../testing/stage.js";
import { createStage, frames, until } from "../testing/stage.js";
import { startedTarget, startOf } from "../testing/started.js";

/** As the player's own, only sooner at its end. */
const SHORT = { firstByteMs: 400, wholeMs: 3000, timeoutRetries: 1, errorRetries: 2, retryDelayMs: 50 };

describe("a start descriptor that is of no use", () => {
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
  const target = (start: StartDescriptor): MediaTarget => {
    const { media, ...rest } = filmTarget(server, "fmp4");
    return { ...rest, media: { ...(media as Source), start } };
  };
  const [codecs, odd] = ["avc1.4d400c,mp4a.40.2", "vvc1.1.L51,mp4a.40.2"];
  const tracks = (more: Partial<StartDescriptor["tracks"][number]>): StartDescriptor["tracks"] =>
    startOf(server).tracks.map((track) => ({ ...track, ...more }));

  for (const [name, of] of [
    ["its codecs are unknown here", () => tracks({ codecs: odd })],
    ["sound and picture are apart", () => [...tracks({}), ...tracks({})]],
    ["it lists nothing", () => tracks({ segments: [] })],
    ["its init is no media", () => tracks({ codecs, init: { url: server.url("en.vtt") } })],
    ["its init is not there", () => tracks({ init: { url: server.url("fmp4/low/none.mp4") } })],
    [
      "its segments are not there",
      () => tracks({ segments: [{ url: server.url("fmp4/none.m4s"), duration: 2 }] }),
    ],
  ] as const) {
    it(`is left for the playlists when ${name}`, async () => {
      play(target({ bandwidth: 101_200, tracks: of() }));
      await stage.fact("first-frame");
      await seesFilm(stage.pool.videos[0], "fmp4");
      await stage.fact("playing");
      equal(
        stage.facts.filter(({ type }) => type === "failed"),
        [],
      );
    });
  }

  for (const [name, rule] of [
    ["hangs", { match: "/0\\.m4s$", times: 1, hang: true }],
    ["breaks", { match: "/0\\.m4s$", times: 1, drop: true }],
    ["is 503 at first", { match: "/0\\.m4s$", times: 1, status: 503 }],
  ] as const) {
    it(`is left for the playlists when its first segment ${name}`, async () => {
      await server.break(rule);
      play(startedTarget(server));
      await stage.fact("playing");
      await seesFilm(stage.pool.videos[0], "fmp4");
    });
  }

  it("is finished by hls.js when a later segment is not there for the moment", async () => {
    await server.break({ match: "low/1\\.m4s$", times: 1, status: 503 });
    play(startedTarget(server));
    const [video] = stage.pool.videos;
    await until(() => video.buffered.length > 0 && video.buffered.end(0) > 7.5);
    equal(video.buffered.length, 1);
    equal(stage.facts.filter(({ type }) => type === "first-frame").length, 1);
  });

  it("plays what was started before it tells that the rest is not there", async () => {
    await server.break({ match: "m3u8$", status: 404 });
    const [first] = startOf(server).tracks[0]?.segments ?? [];
    play(target({ bandwidth: 101_200, tracks: tracks({ segments: first ? [first] : [] }) }));
    equal((await stage.fact("failed")).code, "not-found");
    ok(stage.pool.videos[0].currentTime > 1.5, "it was cut off");
  });

  it("tells of media without a right", async () => {
    await server.break({ status: 403 });
    play(startedTarget(server));
    equal((await stage.fact("failed")).code, "forbidden");
  });

  it("asks for nothing more after the viewer has left", async () => {
    await server.break({ match: "/0\\.m4s$", delayMs: 300 });
    play(startedTarget(server));
    await until(() => stage.pool.videos[0].src !== "");
    stage.pool.assign(0, null, "hold");
    await frames(40);
    ok(!stage.pool.videos[0].hasAttribute("src"), "media is still on the element");
    equal((await server.requests(/1\.m4s|m3u8/)).length, 0);
  });
});

describe("a start descriptor of a signed episode", () => {
  it("is renewed when its address has expired, and plays on without a reset", async () => {
    const [former, renewed] = [new MediaServer(), new MediaServer()];
    await former.break({ match: "/[01]\\.m4s$", status: 403 });
    const stage = createStage();
    const playback = (server: MediaServer) => ({
      ...({ type: "hls", url: server.url("fmp4/main.m3u8"), session: "s", captions: [] } as const),
      start: startOf(server),
    });
    let asked = 0;
    const refresh = async () => {
      asked += 1;
      return playback(renewed);
    };
    stage.pool.assign(
      0,
      {
        ...{ key: "s/e07", media: playback(former), captions: [], startAt: 0 },
        access: (signal) => new SignedAccess(playback(former), refresh, signal),
      },
      "current",
    );
    stage.pool.activate(0);
    stage.pool.play();
    const [video] = stage.pool.videos;
    await until(() => video.buffered.length > 0 && video.buffered.end(0) > 7.5);
    equal(asked, 1);
    equal(stage.facts.filter(({ type }) => type === "first-frame").length, 1);
    ok(
      (await renewed.requests(/0\.m4s/)).length === 1,
      "the first segment did not come from the new address",
    );
    stage.end();
  });
});
