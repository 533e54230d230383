import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseSeries } from "@micro-drama/protocol";
import {
  clampIndex,
  findEpisode,
  lastPlayableBefore,
  reachableCount,
  selectRemaining,
  slotOf,
} from "./playlist.js";

const source = { type: "mp4", url: "https://cdn.example/a.mp4" };
const series = parseSeries({
  version: 1,
  id: "s",
  title: "S",
  episodes: [
    { id: "e1", number: 1, title: "1", access: "free", source, duration: 60 },
    { id: "e2", number: 2, title: "2", access: "locked", duration: 61 },
    { id: "e3", number: 3, title: "3", access: "locked", duration: 62 },
    { id: "e4", number: 4, title: "4", access: "unpublished" },
    { id: "e5", number: 5, title: "5", access: "unpublished" },
  ],
});

describe("playlist", () => {
  it("never gives neighbours the same slot", () => {
    for (let index = 0; index < 12; index += 1) {
      assert.equal(new Set([slotOf(index), slotOf(index + 1), slotOf(index + 2)]).size, 3);
    }
  });

  it("reaches the first announced episode and no further", () => {
    assert.equal(reachableCount(series), 4);
    assert.equal(clampIndex(series, 9), 3);
    assert.equal(clampIndex(series, -2), 0);
  });

  it("finds episodes by id and by number", () => {
    assert.equal(findEpisode(series, "e3"), 2);
    assert.equal(findEpisode(series, 3), 2);
    assert.equal(findEpisode(series, "9"), -1);
  });

  it("returns from a gate to the last episode that may play", () => {
    const none = () => "locked" as const;
    assert.equal(lastPlayableBefore(series, 2, none), 0);
    assert.equal(
      lastPlayableBefore(series, 2, ({ id }) => (id === "e2" ? "granted" : "locked")),
      1,
    );
    assert.equal(lastPlayableBefore(series, 0, none), -1);
  });

  it("counts what is left to buy, and its time only where all of it is known", () => {
    assert.deepEqual(
      selectRemaining(series, 1, () => "locked"),
      { episodes: 2, seconds: 123 },
    );
    assert.deepEqual(
      selectRemaining(series, 1, ({ id }) => (id === "e2" ? "granted" : "locked")),
      { episodes: 1, seconds: 62 },
    );
  });
});
