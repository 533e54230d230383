import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { selectSlideMs } from "./track.js";

describe("selectSlideMs", () => {
  it("is quicker after a quick flick, within bounds", () => {
    const calm = selectSlideMs(600, 6);
    const quick = selectSlideMs(600, 7.5);
    assert.ok(quick < calm, `${quick} < ${calm}`);
    assert.equal(selectSlideMs(600, 50), 220);
    assert.equal(selectSlideMs(600, 0.1), 380);
  });

  it("is quick after a key, when no thumb says how quick", () => {
    assert.equal(selectSlideMs(800, 0), 240);
  });
});
