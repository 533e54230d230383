import { ok } from "./testing/assert.js";
import { drawnTime, FILMS, type Film, filmTarget, seesFilm } from "./testing/films.js";
import { MediaServer } from "./testing/media-server.js";
import type { Stage } from "./testing/stage.js";
import { createStage, until } from "./testing/stage.js";

describe("a slot pool plays", () => {
  let stage: Stage;
  const server = new MediaServer();
  beforeEach(() => {
    stage = createStage();
  });
  afterEach(() => stage.end());

  for (const film of Object.keys(FILMS) as Film[]) {
    it(`${film}: the right pictures, moving, to the end`, async () => {
      const { pool } = stage;
      const [video] = pool.videos;
      pool.assign(0, filmTarget(server, film), "current");
      pool.activate(0);
      pool.play();
      await stage.fact("first-frame");
      await seesFilm(video, film);
      await stage.fact("playing");
      await until(() => video.currentTime > 0.7);
      // A busy machine draws late; a picture that stands still never comes near again.
      await until(
        () => Math.abs(drawnTime(video) - video.currentTime) < 0.5,
        () => `drawn ${drawnTime(video)} at ${video.currentTime}`,
      );
      pool.seek(6);
      await until(() => video.currentTime > 6.2);
      await seesFilm(video, film);
      pool.seek(7.5);
      await stage.fact("ended");
    });
  }

  it("loads the sound of demuxed media, and only then the full build of hls.js", async () => {
    const builds = (): readonly string[] =>
      performance
        .getEntriesByType("resource")
        .flatMap(({ name }) => /hls(?:\.light)?\.mjs/.exec(name)?.[0] ?? []);
    stage.pool.assign(0, filmTarget(server, "demuxed"), "current");
    await stage.fact("first-frame");
    ok((await server.requests(/sound\/\d\.m4s$/)).length > 0, "no sound was asked for");
    ok(builds().includes("hls.mjs"), `loaded ${builds()}`);
  });
});
