import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { StallClock } from "./stall-clock.js";

describe("StallClock", () => {
  it("adds up stalls", () => {
    const clock = new StallClock();
    clock.begin(1000);
    clock.end(1250);
    clock.begin(2000);
    clock.end(2100.4);
    assert.deepEqual(clock.read(9000), { stalls: 2, stallMs: 350 });
  });

  it("includes a stall that lasts", () => {
    const clock = new StallClock();
    clock.begin(1000);
    clock.begin(1100);
    assert.deepEqual(clock.read(1500), { stalls: 1, stallMs: 500 });
  });

  it("ignores an end without a beginning", () => {
    const clock = new StallClock();
    clock.end(1000);
    assert.deepEqual(clock.read(2000), { stalls: 0, stallMs: 0 });
  });
});
