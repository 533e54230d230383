import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { median, medianRatio, summarize } from "./statistics.mjs";

describe("median", () => {
  it("is the middle one, or between the two in the middle, and sorts as numbers", () => {
    assert.equal(median([100, 9, 20]), 20);
    assert.equal(median([4, 1, 100, 2]), 3);
  });

  it("is no number for nothing", () => {
    assert.ok(Number.isNaN(median([])));
  });
});

describe("summarize", () => {
  it("says the middle, the ends and how many", () => {
    assert.deepEqual(summarize([3, 1, 2]), { median: 2, min: 1, max: 3, count: 3 });
    assert.equal(summarize([]), undefined);
  });
});

describe("medianRatio", () => {
  it("compares repeat with repeat, and leaves out what has no partner", () => {
    const ones = new Map([
      [1, 10],
      [2, 30],
      [3, 9],
      [4, 1],
    ]);
    const others = new Map([
      [1, 20],
      [2, 20],
      [3, 30],
    ]);
    assert.equal(medianRatio(ones, others), 0.5);
  });
});
