import type { Caption } from "@micro-drama/protocol";
import type { MediaFact, MediaTarget } from "../core/media-fact.js";
import { SignedAccess } from "./signed-access.js";
import { equal, ok } from "./testing/assert.js";
import { filmTarget } from "./testing/films.js";
import { MediaServer } from "./testing/media-server.js";
import type { Stage } from "./testing/stage.js";
import { createStage, frames, until } from "./testing/stage.js";

describe("subtitles inside an HLS stream", () => {
  let stage: Stage;
  let server: MediaServer;
  beforeEach(() => {
    server = new MediaServer();
    stage = createStage();
  });
  afterEach(() => stage.end());

  const play = (film: "fmp4" | "ts", captions: readonly Caption[] = []): HTMLVideoElement => {
    const media = { type: "hls", url: server.url(`${film}/subtitled.m3u8`) } as const;
    stage.pool.assign(0, filmTarget(server, film, { media, captions }), "current");
    stage.pool.activate(0);
    stage.pool.play();
    return stage.pool.videos[0];
  };
  const cues = () =>
    stage.facts.filter((fact): fact is Extract<MediaFact, { type: "cue" }> => fact.type === "cue");
  const told = () => cues().map(({ lines }) => lines.join());

  for (const film of ["fmp4", "ts"] as const) {
    it(`come when they are spoken and go (${film})`, async () => {
      stage.pool.setCaptionLanguage("en");
      const video = play(film);
      const shown: number[] = [];
      stage.pool.subscribe((fact) => {
        if (fact.type === "cue" && fact.lines.length > 0) shown.push(video.currentTime);
      });
      await until(() => told().length >= 4);
      equal(told().slice(0, 4), ["It begins.", "", "It goes on.", ""]);
      // On time: the clock of the stream is not that of the film.
      ok(Math.abs((shown[0] ?? 0) - 0.5) < 0.4 && Math.abs((shown[1] ?? 0) - 3) < 0.4, `came at ${shown}`);
      stage.pool.seek(6.2);
      await until(() => told().at(-1) === "It ends.");
    });
  }

  it("come when they are spoken although all of them came before the film", async () => {
    await server.break({ match: "ts/.*\\.m2?ts$", delayMs: 1500 });
    stage.pool.setCaptionLanguage("en");
    const video = play("ts");
    const shown: number[] = [];
    stage.pool.subscribe((fact) => {
      if (fact.type === "cue" && fact.lines.length > 0) shown.push(video.currentTime);
    });
    await until(() => shown.length > 0);
    const [late] = await server.requests(/ts\/.*\.m2?ts$/);
    ok(late?.status === null || (await server.requests(/subtitles/)).length >= 3, "the subtitles were later");
    ok(Math.abs((shown[0] ?? 0) - 0.5) < 0.4, `came at ${shown}`);
  });

  it("are asked for with the signature of their film", async () => {
    stage.pool.setCaptionLanguage("en");
    const media = {
      ...({ type: "hls", url: `${server.url("fmp4/subtitled.m3u8")}?sig=1` } as const),
      ...{ session: "s", childQuery: "sig=1", captions: [] },
    };
    const access: MediaTarget["access"] = (signal) => new SignedAccess(media, async () => media, signal);
    stage.pool.assign(0, filmTarget(server, "fmp4", { media, access }), "current");
    stage.pool.activate(0);
    while ((await server.requests(/\.vtt/)).length === 0) await frames(5);
    const asked = performance.getEntriesByType("resource").map(({ name }) => name);
    const files = asked.filter((url) => url.startsWith(server.url("subtitles/")));
    ok(files.length > 0, "asked for nothing");
    for (const url of files) ok(url.endsWith("?sig=1"), url);
  });

  it("are tracks like all others, beside those of the manifest", async () => {
    stage.pool.setCaptionLanguage("es");
    const own = [{ lang: "en", label: "English (own)", url: server.url("en.vtt") }];
    play("fmp4", own);
    const { captions } = await stage.fact("stream");
    equal(
      captions.map(({ lang, label }) => [lang, label]),
      [
        ["en", "English (own)"],
        ["es", "Español"],
      ],
    );
    await until(() => told().includes("Empieza."));
    stage.pool.setCaptionLanguage("en");
    await until(
      () => told().includes("The light goes out.") || told().includes("Who is there?,Nobody answers."),
    );
    equal((await server.requests(/subtitles\/fmp4-en/)).length, 0);
  });

  it("are not fetched while captions are off, and never drawn by the browser", async () => {
    const video = play("fmp4");
    await stage.fact("stream");
    await until(() => video.currentTime > 1);
    equal((await server.requests(/subtitles\//)).length, 0);
    equal([...video.textTracks].filter(({ mode }) => mode === "showing").length, 0);
  });
});
