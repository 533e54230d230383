import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createLine } from "./line.mjs";

describe("createLine", () => {
  it("lets bytes pass one after the other at its rate, whoever they belong to", () => {
    const line = createLine();
    const rate = { bytesPerSecond: 1000, now: 0 };
    assert.equal(line.reserve(500, rate), 500);
    assert.equal(line.reserve(500, rate), 1000);
  });

  it("saves up nothing while it is idle", () => {
    const line = createLine();
    line.reserve(100, { bytesPerSecond: 1000, now: 0 });
    assert.equal(line.reserve(100, { bytesPerSecond: 1000, now: 5000 }), 5100);
  });

  it("forgets its reservations when the conditions change", () => {
    const line = createLine();
    line.reserve(100_000, { bytesPerSecond: 1000, now: 0 });
    line.clear();
    assert.equal(line.reserve(100, { bytesPerSecond: 1000, now: 10 }), 110);
  });
});
