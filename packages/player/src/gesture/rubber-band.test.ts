import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rubberBand } from "./rubber-band.js";

describe("rubberBand", () => {
  it("follows less the further it is pulled", () => {
    const first = rubberBand(50, 800);
    const second = rubberBand(100, 800) - first;
    assert.ok(first > 0 && first < 50);
    assert.ok(second < first);
  });

  it("pulls alike both ways", () => {
    assert.equal(rubberBand(-120, 800), -rubberBand(120, 800));
  });

  it("never goes further than the extent", () => {
    assert.ok(rubberBand(1e6, 800) < 800);
  });

  it("stays at rest without a pull or without a height", () => {
    assert.equal(rubberBand(0, 800), 0);
    assert.equal(rubberBand(100, 0), 0);
  });
});
