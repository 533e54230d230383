import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import type { Playback } from "@micro-drama/protocol";
import { parseSeries } from "@micro-drama/protocol/manifest";
import type { UnlockState } from "@micro-drama/sdk";
import { INITIAL_MODEL, type PlayerModel } from "../core/player-model.js";
import { WatchedClock } from "./entitlement-watched.js";

const series = parseSeries(
  {
    version: 1,
    id: "s",
    title: "The Series",
    episodes: [
      { id: "e1", number: 1, title: "One", access: "locked" },
      { id: "e2", number: 2, title: "Two", access: "locked" },
    ],
  },
  { baseUrl: "https://news.example/" },
);
const granted = (session: string): UnlockState => ({
  name: "granted",
  via: "coins",
  playback: { url: "https://media.example/a", type: "hls", session, captions: [] } as Playback,
});

describe("WatchedClock", () => {
  let reports: string[];
  let clock: WatchedClock;
  let model: PlayerModel;
  beforeEach(() => {
    reports = [];
    clock = new WatchedClock(async ({ episode }, { session }, seconds) => {
      reports.push(`${episode} ${session} ${Math.floor(seconds)}`);
    });
    model = { ...INITIAL_MODEL, series };
    grant("a", "b");
  });

  const grant = (first: string, second: string) => {
    const states = new Map([
      ["s/e1", granted(first)],
      ["s/e2", granted(second)],
    ]);
    model = { ...model, entitlements: { states, status: "ready" } };
  };
  const at = (seconds: number, phase: PlayerModel["media"]["phase"], index = 0) => {
    model = { ...model, index, media: { ...model.media, phase } };
    clock.follow(model, seconds * 1000);
  };

  it("reports every half minute while pictures move", () => {
    for (let second = 0; second <= 70; second += 1) at(second, "playing");
    assert.deepEqual(reports, ["e1 a 30", "e1 a 60"]);
  });

  it("counts neither pauses nor stalls", () => {
    at(0, "loading");
    at(5, "playing");
    at(10, "stalled");
    at(20, "playing");
    at(25, "paused");
    at(100, "playing");
    at(101, "ended");
    assert.deepEqual(reports, ["e1 a 5", "e1 a 10", "e1 a 11"]);
  });

  it("reports what is left, and goes on from there when the viewer comes back", () => {
    at(0, "playing");
    at(8, "playing", 1);
    at(10, "playing", 0);
    at(13, "paused", 0);
    assert.deepEqual(reports, ["e1 a 8", "e2 b 2", "e1 a 11"]);
  });

  it("begins anew with a new session of the same episode", () => {
    at(0, "playing");
    grant("later", "b");
    at(8, "playing");
    at(12, "paused");
    assert.deepEqual(reports, ["e1 a 8", "e1 later 4"]);
  });

  it("says nothing twice, and nothing of films that nobody counts", () => {
    grant("", "b");
    at(0, "playing");
    at(9, "paused");
    at(10, "playing", 1);
    at(15, "paused", 1);
    clock.stop(20_000);
    assert.deepEqual(reports, ["e2 b 5"]);
  });
});
