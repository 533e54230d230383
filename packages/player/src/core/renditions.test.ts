import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { capLevel, listRenditions } from "./renditions.js";

const level = (lines: number, bitrate: number) => ({
  width: lines,
  height: Math.round((lines * 16) / 9),
  bitrate,
});
const ladder = [level(360, 400_000), level(540, 900_000), level(720, 1_800_000)];

describe("capLevel", () => {
  it("finds the best one within the limit", () => {
    assert.equal(capLevel(ladder, 720), -1);
    assert.equal(capLevel(ladder, 540), 1);
    assert.equal(capLevel(ladder, 480), 0);
    assert.equal(capLevel(ladder, Infinity), -1);
  });

  it("plays the smallest where all are beyond the limit", () => {
    assert.equal(capLevel(ladder, 144), 0);
  });

  it("limits nothing of which it knows no size", () => {
    assert.equal(capLevel([{ width: 0, height: 0, bitrate: 1 }], 144), -1);
  });
});

describe("listRenditions", () => {
  it("names them by the shorter side, as people do", () => {
    assert.deepEqual(listRenditions([...ladder, { width: 0, height: 0, bitrate: 9 }]), [
      { lines: 360, bitrate: 400_000 },
      { lines: 540, bitrate: 900_000 },
      { lines: 720, bitrate: 1_800_000 },
    ]);
  });
});
