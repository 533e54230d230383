import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type Memory,
  MOST_PLACES,
  MOST_SERIES,
  NO_MEMORY,
  parseMemory,
  recallSeries,
  rememberPlace,
} from "./memory.js";

describe("parseMemory", () => {
  it("reads what was written", () => {
    const memory: Memory = {
      version: 1,
      rate: 1.5,
      muted: true,
      captions: null,
      savesData: true,
      series: [{ series: "s", episode: "e2", places: { e2: 34 } }],
    };
    assert.deepEqual(parseMemory(JSON.stringify(memory)), memory);
  });

  it("takes what it cannot read, and what another version wrote, for nothing", () => {
    for (const text of [null, "", "{", "[]", "7", '{"version":2,"rate":2}', "null"])
      assert.deepEqual(parseMemory(text), NO_MEMORY, String(text));
  });

  it("leaves out values that make no sense, and keeps the rest", () => {
    const series = [
      { series: "s", episode: "e", places: { e: -3, f: "x", g: 12 } },
      { series: "", episode: "e" },
      7,
    ];
    const text = JSON.stringify({ version: 1, rate: 900, muted: "yes", captions: "ar", series });
    assert.deepEqual(parseMemory(text), {
      version: 1,
      captions: "ar",
      series: [{ series: "s", episode: "e", places: { g: 12 } }],
    });
  });
});

describe("rememberPlace", () => {
  const at = (memory: Memory, series: string, episode: string, seconds?: number) =>
    rememberPlace(memory, { series, episode, seconds });

  it("keeps a position per episode and the episode watched last", () => {
    const memory = at(at(NO_MEMORY, "s", "e1", 20.4), "s", "e2", 31);
    assert.deepEqual(recallSeries(memory, "s"), { series: "s", episode: "e2", places: { e1: 20, e2: 31 } });
  });

  it("forgets the position of a finished episode, not that it was the last", () => {
    const memory = at(at(NO_MEMORY, "s", "e1", 20), "s", "e1");
    assert.deepEqual(recallSeries(memory, "s"), { series: "s", episode: "e1", places: {} });
  });

  it("keeps so many series, and drops the one not watched for the longest time", () => {
    let memory = NO_MEMORY;
    for (let i = 0; i <= MOST_SERIES; i += 1) memory = at(memory, `s${i}`, "e", 10);
    assert.equal(memory.series.length, MOST_SERIES);
    assert.equal(recallSeries(memory, "s0"), undefined);
    assert.equal(memory.series[0]?.series, `s${MOST_SERIES}`);
  });

  it("keeps so many positions, and drops the oldest", () => {
    let memory = NO_MEMORY;
    for (let i = 0; i <= MOST_PLACES; i += 1) memory = at(memory, "s", `e${i}`, 10);
    const places = recallSeries(memory, "s")?.places ?? {};
    assert.equal(Object.keys(places).length, MOST_PLACES);
    assert.equal(places.e0, undefined);
  });

  it("does not write ids without end", () => {
    assert.equal(at(NO_MEMORY, "s".repeat(1000), "e", 10), NO_MEMORY);
  });
});
