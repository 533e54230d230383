import { equal, ok } from "../testing/assert.js";
import { filmTarget, seesFilm } from "../testing/films.js";
import { MediaServer } from "../testing/media-server.js";
import type { Stage } from "../testing/stage.js";
import { createStage, until } from "../testing/stage.js";
import { startedTarget } from "../testing/started.js";

describe("an episode with a start descriptor", () => {
  let stage: Stage;
  let server: MediaServer;
  beforeEach(() => {
    server = new MediaServer();
    stage = createStage();
  });
  afterEach(() => stage.end());

  const play = (target = startedTarget(server)): void => {
    stage.pool.assign(0, target, "current");
    stage.pool.activate(0);
    stage.pool.play();
  };
  const askedFor = async (): Promise<readonly string[]> =>
    (await server.requests(/fmp4/)).map(({ path }) => path.replace(/.*fmp4\//, ""));
  const isWhole = ({ buffered }: HTMLVideoElement): boolean => buffered.length > 0 && buffered.end(0) > 7.5;

  it("goes on with hls.js without a reset or a stall, in another rendition", async () => {
    const [video] = stage.pool.videos;
    play();
    await stage.fact("first-frame");
    stage.forget();
    const source = video.currentSrc;
    const events: string[] = [];
    const times: number[] = [];
    // Gecko waits at the very end, before it has ended.
    for (const type of ["emptied", "waiting", "seeking"])
      video.addEventListener(type, () => video.currentTime < 7.9 && events.push(type));
    video.addEventListener("timeupdate", () => times.push(video.currentTime));
    await until(() => isWhole(video));
    await stage.fact("ended");
    equal(events, []);
    equal(video.currentSrc, source);
    equal(
      times,
      [...times].sort((a, b) => a - b),
    );
    equal(
      stage.facts.filter(({ type }) => type === "loading" || type === "stalled"),
      [],
    );
    await seesFilm(video, "fmp4");
    ok((await askedFor()).includes("high/3.m4s"), "hls.js did not go on");
  });

  it("asks for nothing but the init and the first segment until they are there, and for nothing twice", async () => {
    await server.break({ match: "/[01]\\.m4s$", delayMs: 300 });
    play();
    await stage.fact("first-frame");
    equal([...(await askedFor())].slice(0, 3).sort(), ["low/0.m4s", "low/1.m4s", "low/init_0.mp4"]);
    await until(() => isWhole(stage.pool.videos[0]));
    const low = (await askedFor()).filter((path) => path.startsWith("low/"));
    equal([...low].sort(), [...new Set(low)].sort());
  });

  it("loads no segment once more in another rendition when segments end before their playlist says so", async () => {
    const target = startedTarget(server);
    play({ ...target, media: { ...target.media, url: server.url("fmp4/rounded.m3u8") } });
    await until(() => isWhole(stage.pool.videos[0]));
    const segments = (await askedFor()).map((path) => path.match(/\d+\.m4s$/)?.[0]).filter(Boolean);
    ok(
      (await askedFor()).some((path) => /^high\/\d/.test(path)),
      "it stayed in its first rendition",
    );
    equal(segments, [...new Set(segments)]);
  });

  it("shows the first frame of a neighbour with its init and first segment, and plays on from them", async () => {
    const current = filmTarget(server, "mp4");
    stage.pool.assign(0, current, "current");
    stage.pool.assign(1, startedTarget(server), "warm");
    stage.pool.activate(0);
    await stage.fact("first-frame", "s/fmp4");
    equal([...(await askedFor())].sort(), ["low/0.m4s", "low/init_0.mp4"]);
    stage.pool.assign(1, startedTarget(server), "current");
    stage.pool.activate(1);
    stage.pool.play();
    await until(() => isWhole(stage.pool.videos[1]));
    equal(stage.facts.filter(({ type, key }) => type === "first-frame" && key === "s/fmp4").length, 1);
    equal((await askedFor()).filter((path) => path === "low/0.m4s").length, 1);
  });

  it("asks for its first bytes in the task in which it is granted", () => {
    const { fetch } = globalThis;
    const asked: string[] = [];
    globalThis.fetch = (input, init) => {
      asked.push(String(input).replace(/.*fmp4\//, ""));
      return fetch(input, init);
    };
    try {
      play();
    } finally {
      globalThis.fetch = fetch;
    }
    equal(asked, ["low/init_0.mp4", "low/0.m4s"]);
  });
});
