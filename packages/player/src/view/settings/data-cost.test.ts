import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { estimateBytes, toMegabytes } from "./data-cost.js";

const ladder = [
  { lines: 720, bitrate: 1_600_000 },
  { lines: 360, bitrate: 400_000 },
];

describe("estimateBytes", () => {
  it("takes the best rendition within the limit", () => {
    assert.equal(estimateBytes(ladder, { seconds: 80, mostLines: Infinity }), 16_000_000);
    assert.equal(estimateBytes(ladder, { seconds: 80, mostLines: 480 }), 4_000_000);
    assert.equal(estimateBytes(ladder, { seconds: 80, mostLines: 100 }), 4_000_000);
  });

  it("says nothing while nothing is known", () => {
    assert.equal(estimateBytes([], { seconds: 80, mostLines: 480 }), undefined);
    assert.equal(estimateBytes(ladder, { seconds: 0, mostLines: 480 }), undefined);
  });
});

describe("toMegabytes", () => {
  it("rounds as people count", () => {
    assert.equal(toMegabytes(16_200_000, "en"), "16 MB");
    assert.equal(toMegabytes(4_040_000, "en"), "4 MB");
    assert.equal(toMegabytes(950_000, "en"), "1 MB");
    assert.equal(toMegabytes(1_450_000, "de"), "1,5 MB");
  });
});
