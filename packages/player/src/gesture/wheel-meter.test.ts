import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createWheelMeter, toWheelPixels } from "./wheel-meter.js";

/** A trackpad flick as macOS reports it: a quick rise, then inertia that fades for a second. */
const FLICK = [
  2, 6, 14, 28, 44, 58, 62, 60, 57, 53, 50, 47, 44, 41, 38, 36, 33, 31, 29, 27, 25, 23, 22, 20, 19, 17, 16,
  15, 14, 13, 12, 11, 10, 10, 9, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1,
];

/** Feeds deltas at a fixed pace and returns the steps that came of them. */
function steps(deltas: readonly number[], { everyMs }: { everyMs: number }): number[] {
  const meter = createWheelMeter();
  return deltas.map((delta, i) => meter.add({ delta, time: i * everyMs })).filter((step) => step !== 0);
}

describe("createWheelMeter", () => {
  for (const delta of [100, 120, 240, 300]) {
    it(`takes one notch of ${delta} px for one step`, () => {
      assert.deepEqual(steps([delta], { everyMs: 16 }), [1]);
      assert.deepEqual(steps([-delta], { everyMs: 16 }), [-1]);
    });
  }

  it("takes a trackpad flick for one step, however long its inertia runs", () => {
    assert.deepEqual(steps(FLICK, { everyMs: 16 }), [1]);
    assert.deepEqual(steps(FLICK, { everyMs: 8 }), [1]);
  });

  it("hears a second flick that begins while the first one's inertia still runs", () => {
    assert.deepEqual(steps([...FLICK.slice(0, 36), ...FLICK], { everyMs: 16 }), [1, 1]);
  });

  it("turns round at once", () => {
    const back = FLICK.map((delta) => -delta);
    assert.deepEqual(steps([...FLICK.slice(0, 30), ...back], { everyMs: 16 }), [1, -1]);
  });

  it("steps once per notch when the wheel is turned calmly", () => {
    assert.deepEqual(steps([120, 120, 120], { everyMs: 400 }), [1, 1, 1]);
  });

  it("holds a wheel that is spun back to one step per third of a second", () => {
    const inOneSecond = steps(new Array(20).fill(120), { everyMs: 50 });
    assert.ok(inOneSecond.length >= 2 && inOneSecond.length <= 4, `${inOneSecond.length} steps`);
  });

  it("gathers the small deltas of a slow trackpad drag", () => {
    assert.deepEqual(steps([6, 6, 6, 6, 6], { everyMs: 16 }), []);
    assert.deepEqual(steps([6, 6, 6, 6, 6, 6, 6], { everyMs: 16 }), [1]);
  });

  it("forgets a start that came to nothing", () => {
    assert.deepEqual(steps([20, 15, 20, 15], { everyMs: 300 }), []);
  });

  it("tells whether a gesture is under way", () => {
    const meter = createWheelMeter();
    assert.equal(meter.isGathering, false);
    meter.add({ delta: 10, time: 0 });
    assert.equal(meter.isGathering, true);
    meter.add({ delta: 100, time: 10 });
    assert.equal(meter.isGathering, false);
  });
});

describe("toWheelPixels", () => {
  it("reads pixels, lines and pages", () => {
    assert.equal(toWheelPixels({ deltaY: 100, deltaMode: 0 }, 800), 100);
    assert.equal(toWheelPixels({ deltaY: 3, deltaMode: 1 }, 800), 60);
    assert.equal(toWheelPixels({ deltaY: 1, deltaMode: 2 }, 800), 800);
  });
});
