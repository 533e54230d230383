import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createVelocityMeter } from "./velocity.js";

function meterOf(...samples: readonly (readonly [position: number, time: number])[]) {
  const meter = createVelocityMeter();
  for (const [position, time] of samples) meter.add(position, time);
  return meter;
}

describe("createVelocityMeter", () => {
  it("measures pixels per millisecond", () => {
    assert.equal(meterOf([500, 0], [480, 10], [460, 20], [440, 30]).at(30), -2);
  });

  it("is zero before two samples", () => {
    assert.equal(createVelocityMeter().at(0), 0);
    assert.equal(meterOf([500, 0]).at(0), 0);
  });

  it("forgets how the drag began", () => {
    const meter = meterOf([0, 0], [300, 20], [300, 200], [290, 220], [280, 240]);
    assert.equal(meter.at(240), -0.5);
  });

  it("is zero when the finger rested before it was lifted", () => {
    assert.equal(meterOf([500, 0], [400, 20], [300, 40]).at(140), 0);
  });
});
