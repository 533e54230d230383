import type { Playback } from "@micro-drama/protocol";
import type { MediaTarget } from "../core/media-fact.js";
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
  beforeEach(() => {
    former = new MediaServer();
    renewed = new MediaServer();
    asked = 0;
    stage = createStage();
  });
  afterEach(() => stage.end());

  const playback = (server: MediaServer, file: string, more: Partial<Playback> = {}): Playback => ({
    ...{ type: file.endsWith("mp4") ? "mp4" : "hls", url: server.url(file), session: "s", captions: [] },
    ...more,
  });

  const target = (file: string, more: Partial<Playback> = {}): MediaTarget => ({
    ...{ key: "s/e07", media: playback(former, file, more), captions: [], startAt: 0 },
    refresh: async () => {
      asked += 1;
      return playback(renewed, file);
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
