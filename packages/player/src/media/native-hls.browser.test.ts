import { chooseEngine } from "./engines/choose-engine.js";
import { createSourceEngine } from "./engines/source-engine.js";
import { equal } from "./testing/assert.js";
import { filmTarget, seesFilm } from "./testing/films.js";
import { MediaServer } from "./testing/media-server.js";
import { createStage, until } from "./testing/stage.js";

describe("HLS without MediaSource (iPhone before 17.1)", () => {
  const hls = { type: "hls", url: "https://m/main.m3u8" } as const;
  const withoutMediaSource = (run: () => void): void => {
    const names = ["MediaSource", "ManagedMediaSource"].filter((name) => name in globalThis);
    const saved = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
    for (const name of names) Reflect.deleteProperty(globalThis, name);
    try {
      run();
    } finally {
      for (const [name, descriptor] of saved)
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    }
  };

  it("is the element's own business only there", () => {
    const video = document.createElement("video");
    equal(chooseEngine(hls, video), "hls");
    withoutMediaSource(() => {
      video.canPlayType = () => "maybe";
      equal(chooseEngine(hls, video), "source");
      video.canPlayType = () => "";
      equal(chooseEngine(hls, video), undefined);
      equal(chooseEngine({ ...hls, type: "mp4" }, video), "source");
    });
  });

  it("plays in an engine that can", async function () {
    if (document.createElement("video").canPlayType("application/vnd.apple.mpegurl") === "")
      return this.skip();
    const stage = createStage({ engines: { hls: createSourceEngine } });
    const [video] = stage.pool.videos;
    stage.pool.assign(0, filmTarget(new MediaServer(), "ts"), "current");
    stage.pool.activate(0);
    stage.pool.play();
    await stage.fact("playing");
    await seesFilm(video, "ts");
    await until(() => video.currentTime > 0.5);
    stage.end();
  });
});
