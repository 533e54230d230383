import type { Playback } from "@micro-drama/protocol";
import type { MediaTarget } from "../core/media-fact.js";
import { SignedAccess } from "./signed-access.js";
import { equal, ok } from "./testing/assert.js";
import { MediaServer } from "./testing/media-server.js";
import type { Stage } from "./testing/stage.js";
import { createStage, until } from "./testing/stage.js";

/** Two servers of the same films stand for the same media under two tokens: only the path before the file differs. */
describe("a signed address that expires in the middle of an episode", () => {
  let stage: Stage;
  let former: MediaServer;
  let renewed: MediaServer;
  let asked: number;
  let awake = (): void => undefined;
  beforeEach(() => {
    former = new MediaServer();
    renewed = new MediaServer();
    asked = 0;
    stage = createStage();
  });
  afterEach(() => {
    awake();
    stage.end();
  });

  const playback = (server: MediaServer, file: string, more: Partial<Playback> = {}): Playback => ({
    ...{ type: file.endsWith("mp4") ? "mp4" : "hls", url: server.url(file), session: "s", captions: [] },
    ...more,
  });

  const target = (file: string, more: Partial<Playback> = {}): MediaTarget => ({
    ...{ key: "s/e07", media: playback(former, file, more), captions: [], startAt: 0 },
    access: (signal) => {
      const refresh = async () => {
        asked += 1;
        return playback(renewed, file);
      };
      return new SignedAccess(playback(former, file, more), refresh, signal);
    },
  });

  const play = (media: MediaTarget): void => {
    stage.pool.assign(0, media, "current");
    stage.pool.activate(0);
    stage.pool.play();
  };

  for (const file of ["fmp4/main.m3u8", "demuxed/main.m3u8", "aes-128/main.m3u8"]) {
    it(`is renewed once after a 403, without a reset (${file})`, async () => {
      await former.break({ match: "\\.(m4s|m2ts)$", after: 1, status: 403 });
      play(target(file));
      const [video] = stage.pool.videos;
      await until(() => video.buffered.length > 0 && video.buffered.end(0) > 7.5);
      equal(asked, 1);
      equal((await renewed.requests(/m3u8/)).length, 0, "playlists were loaded again:");
      ok((await renewed.requests(/m4s|m2ts/)).length > 0, "segments did not come from the new address");
      equal(
        stage.facts.filter(({ type }) => type === "failed"),
        [],
      );
    });
  }

  it("is renewed when the playlist itself is refused", async () => {
    await former.break({ status: 403 });
    play(target("fmp4/main.m3u8"));
    await stage.fact("playing");
    equal(asked, 1);
  });

  it("is renewed when an MP4 is refused", async () => {
    await former.break({ status: 403 });
    play(target("film.mp4"));
    await stage.fact("playing");
    equal(asked, 1);
  });

  it("is renewed before it expires, so that nothing is refused", async () => {
    const expiresAt = new Date(Date.now() + 1000).toISOString();
    await former.break({ match: "/[1-3]\\.m4s$", delayMs: 1200 });
    play(target("fmp4/main.m3u8", { expiresAt }));
    await until(() => asked === 1);
    const [video] = stage.pool.videos;
    await until(() => video.buffered.length > 0 && video.buffered.end(0) > 7.5);
    ok((await renewed.requests(/m4s/)).length > 0, "segments did not come from the new address");
  });

  /** The device slept: its clock has moved on, and no timer has fired. */
  const sleep = (ms: number): void => {
    const { now } = Date;
    Date.now = () => now.call(Date) + ms;
    awake = () => {
      Date.now = now;
    };
  };
  const expiresIn = (ms: number): Partial<Playback> => ({
    expiresAt: new Date(Date.now() + ms).toISOString(),
  });

  it("is renewed before anything is asked for after the device slept", async () => {
    await former.break({ match: "/1\\.m4s$", delayMs: 1000 });
    play(target("fmp4/main.m3u8", expiresIn(3_600_000)));
    await stage.fact("playing");
    sleep(3_600_000);
    const [video] = stage.pool.videos;
    await until(() => video.buffered.length > 0 && video.buffered.end(0) > 7.5);
    equal(asked, 1);
    equal((await former.requests(/[2-9]\.m4s$/)).length, 0, "segments were asked for at the old address:");
  });

  it("is renewed when the page is seen again after the device slept", async () => {
    play(target("fmp4/main.m3u8", expiresIn(3_600_000)));
    await stage.fact("playing");
    sleep(3_000_000);
    document.dispatchEvent(new Event("visibilitychange"));
    await until(() => asked === 1);
  });

  it("is told as forbidden when the new address is refused as well", async () => {
    await former.break({ status: 403 });
    await renewed.break({ status: 403 });
    play(target("fmp4/main.m3u8"));
    equal((await stage.fact("failed")).code, "forbidden");
    equal(asked, 1);
  });

  it("carries the query of signing edges to every child", async () => {
    play(target("fmp4/main.m3u8", { childQuery: "bytesPerSecond=900000" }));
    await stage.fact("playing");
    const urls = performance.getEntriesByType("resource").map(({ name }) => name);
    const own = urls.filter((url) => url.startsWith(former.url("fmp4/")) && !url.includes("main.m3u8"));
    ok(own.length >= 3, `only ${own.length} children`);
    equal(
      own.filter((url) => !url.endsWith("?bytesPerSecond=900000")),
      [],
    );
  });
});
