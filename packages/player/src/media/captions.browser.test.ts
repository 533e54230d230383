import type { Caption } from "@micro-drama/protocol";
import type { CaptionLine } from "../core/caption-line.js";
import { equal } from "./testing/assert.js";
import { filmTarget } from "./testing/films.js";
import { MediaServer } from "./testing/media-server.js";
import type { Stage } from "./testing/stage.js";
import { createStage, frames, until } from "./testing/stage.js";

const textsOf = (line: CaptionLine): readonly string[] =>
  typeof line === "string" ? [line] : line.lines.map((spans) => spans.map(({ text }) => text).join(""));

describe("captions", () => {
  let stage: Stage;
  let server: MediaServer;
  beforeEach(() => {
    server = new MediaServer();
    stage = createStage();
  });
  afterEach(() => stage.end());

  const play = (captions: readonly Caption[] = tracks()): void => {
    stage.pool.assign(0, filmTarget(server, "mp4", { captions }), "current");
    stage.pool.activate(0);
    stage.pool.play();
  };
  const tracks = (): readonly Caption[] =>
    ["en", "es", "ar"].map((lang) => ({ lang, label: lang, url: server.url(`${lang}.vtt`) }));

  const told = (): readonly (readonly string[])[] =>
    stage.facts.filter((fact) => fact.type === "cue").map(({ lines }) => lines.flatMap(textsOf));

  it("come when they are spoken and go, as plain text", async () => {
    stage.pool.setCaptionLanguage("en-GB");
    play();
    await until(() => told().length === 4);
    equal(told(), [["The light goes out."], [], ["Who is there?", "Nobody answers."], []]);
    stage.pool.seek(5.5);
    await until(() => told().length === 5);
    equal(told().at(-1), ["Far away, a bell & the sea."]);
  });

  it("change their language at once, and go when they are switched off", async () => {
    stage.pool.setCaptionLanguage("en");
    play();
    await until(() => told().length === 1);
    stage.pool.pause();
    stage.pool.setCaptionLanguage("ar");
    await until(() => told().at(-1)?.[0] === "ينطفئ الضوء.");
    stage.pool.setCaptionLanguage(null);
    equal(told().at(-1), []);
  });

  it("are not fetched while they are off, nor in a language that is not there", async () => {
    play();
    stage.pool.setCaptionLanguage("fr");
    await stage.fact("playing");
    await frames(20);
    equal((await server.requests(/vtt/)).length, 0);
  });

  it("belong to their episode: they go with it", async () => {
    stage.pool.setCaptionLanguage("en");
    play();
    await until(() => told().length === 1);
    stage.pool.assign(1, filmTarget(server, "fmp4"), "current");
    stage.pool.activate(1);
    equal(stage.facts.filter((fact) => fact.type === "cue").at(-1), {
      type: "cue",
      lines: [],
      slot: 0,
      key: "s/mp4",
    });
  });

  it("that cannot be had leave the episode alone", async () => {
    await server.break({ match: "vtt", status: 404 });
    stage.pool.setCaptionLanguage("en");
    play();
    await stage.fact("playing");
    await until(() => stage.pool.videos[0].currentTime > 1);
    equal([told().length, stage.facts.some(({ type }) => type === "failed")], [0, false]);
  });
});
