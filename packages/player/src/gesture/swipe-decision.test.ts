import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decideSwipe } from "./swipe-decision.js";

const extent = 800;

describe("decideSwipe", () => {
  it("goes on after a quick flick upwards, however short", () => {
    assert.equal(decideSwipe({ distance: -40, velocity: -1, extent }), 1);
  });

  it("goes back after a quick flick downwards", () => {
    assert.equal(decideSwipe({ distance: 40, velocity: 1, extent }), -1);
  });

  it("goes on after a slow drag over a good part of the height", () => {
    assert.equal(decideSwipe({ distance: -400, velocity: 0, extent }), 1);
  });

  it("stays after a slow short drag", () => {
    assert.equal(decideSwipe({ distance: -150, velocity: -0.05, extent }), 0);
  });

  it("stays when a long drag was flicked back", () => {
    assert.equal(decideSwipe({ distance: -400, velocity: 0.8, extent }), 0);
  });

  it("takes a trembling tap for no flick", () => {
    assert.equal(decideSwipe({ distance: -9, velocity: -0.9, extent }), 0);
  });
});
