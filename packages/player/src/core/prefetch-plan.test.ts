import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type PrefetchSituation, planPrefetch } from "./prefetch-plan.js";

const CALM: PrefetchSituation = {
  ...{ isStarving: false, position: 4, duration: 60, ahead: 3, hasBegun: false },
  ...{ bandwidth: 5_000_000, bitrate: 900_000 },
};
const plan = (more: Partial<PrefetchSituation> = {}) => {
  const { neighbour, isLaterWanted } = planPrefetch({ ...CALM, ...more });
  return isLaterWanted ? `${neighbour} and later` : neighbour;
};

describe("planPrefetch", () => {
  it("gives the neighbour its first frame when the watched episode is two seconds ahead", () => {
    assert.equal(plan({ ahead: 1.9 }), "rest");
    assert.equal(plan({ ahead: 2 }), "warm and later");
  });

  it("wants a network one and a half times as fast as the watched rendition", () => {
    assert.equal(plan({ bandwidth: 1_350_000 }), "rest");
    assert.equal(plan({ bandwidth: 1_400_000 }), "warm and later");
    assert.equal(plan({ bandwidth: undefined }), "warm and later", "before anything was measured");
    assert.equal(plan({ bitrate: undefined }), "warm and later");
  });

  it("loads nothing for later while the watched episode starves", () => {
    assert.equal(plan({ isStarving: true }), "rest");
    assert.equal(plan({ isStarving: true, hasBegun: true, ahead: 60 }), "rest");
  });

  it("finishes what has begun while there is a second left, and begins nothing further", () => {
    assert.equal(plan({ hasBegun: true, ahead: 1 }), "warm");
    assert.equal(plan({ hasBegun: true, ahead: 0.9 }), "rest");
  });

  it("fills the neighbour once the watched episode is there to its end and mostly watched", () => {
    assert.equal(plan({ position: 20, ahead: 39.6 }), "warm and later");
    assert.equal(plan({ position: 36, ahead: 23.6 }), "fill and later");
    assert.equal(plan({ position: 59.9, ahead: 0 }), "fill and later");
    assert.equal(plan({ position: 36, ahead: 20 }), "warm and later", "not there to its end");
  });

  it("needs no bandwidth to spare when the watched episode needs none any more", () => {
    assert.equal(plan({ position: 36, ahead: 24, bandwidth: 100_000 }), "fill and later");
  });

  it("takes no unknown duration for the end", () => {
    assert.equal(plan({ duration: Number.NaN, ahead: 0 }), "rest");
    assert.equal(plan({ duration: 0, ahead: 0 }), "rest");
  });
});
