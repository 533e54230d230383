import type { MicroDramaElement } from "../element/micro-drama-element.js";
import { equal, ok } from "../media/testing/assert.js";
import { seesFilm } from "../media/testing/films.js";
import { MediaServer } from "../media/testing/media-server.js";
import { until } from "../media/testing/stage.js";
import { writeEarlyPage } from "./testing/early-page.js";

// An element is defined once in a page: the tests of what happens before that are one story.
describe("a film that was begun before the player was there", () => {
  const server = new MediaServer();
  const unwantedServer = new MediaServer();
  const troubles: string[] = [];
  let host: MicroDramaElement;
  let unwanted: MicroDramaElement;
  let video: HTMLVideoElement;
  let firstFrames = 0;
  after(() => {
    host.remove();
    unwanted.remove();
  });

  it("plays over the poster, without the player", async () => {
    host = writeEarlyPage(server) as MicroDramaElement;
    host.addEventListener("drama-first-frame", () => firstFrames++);
    const { beginEarlyFilm } = await import("./begin-early-film.js");
    const { findEarlyStart } = await import("./find-early-start.js");
    const start = findEarlyStart();
    ok(start, "nothing was found");
    const { arrived, shown } = beginEarlyFilm(start);
    await Promise.all([arrived, shown]);
    video = host.querySelector(":scope > video") as HTMLVideoElement;
    await seesFilm(video, "fmp4");
    ok(!customElements.get("micro-drama"), "the player is there");
    for (const type of ["emptied", "pause", "seeking"])
      video.addEventListener(type, () => troubles.push(type));
    equal(findEarlyStart(), undefined);
  });

  it("is begun for one player of a page, and ended where that one wants another film", async () => {
    unwanted = writeEarlyPage(unwantedServer) as MicroDramaElement;
    host.remove();
    const { beginEarlyFilm } = await import("./begin-early-film.js");
    const { findEarlyStart } = await import("./find-early-start.js");
    const start = findEarlyStart();
    ok(start?.host === unwanted, "another player was found");
    await beginEarlyFilm(start).shown;
    document.body.prepend(host);
    unwanted.removeAttribute("autoplay");
  });

  it("goes on in the player: the same element, no gap, nothing fetched twice, one first frame", async () => {
    await video.play();
    troubles.length = 0;
    await import("../entry.js");
    await until(() => host.state.stage === "playing");
    equal(host.shadowRoot?.querySelector("video"), video);
    equal(host.querySelector("video"), null);
    await until(() => video.currentTime > 4.2);
    equal(troubles, []);
    equal(firstFrames, 1);
    await seesFilm(video, "fmp4");
    for (const file of [/low\/init_0\.mp4/, /low\/0\.m4s/]) equal((await server.requests(file)).length, 1);
  });

  it("is gone from the player that did not want it", async () => {
    await until(() => !unwanted.shadowRoot?.querySelector("video")?.src);
    equal(unwanted.state.stage, "poster");
  });
});
