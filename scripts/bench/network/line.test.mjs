import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createLine } from "./line.mjs";

describe("createLine", () => {
  it("lets bytes pass one after the other, whoever sends them", () => {
    const line = createLine({ bytesPerSecond: 1000 });
    assert.equal(line.reserve(100, 30), 100);
    assert.equal(line.reserve(100, 30), 200);
    assert.equal(line.reserve(500, 150), 700);
  });

  it("does not save up what an idle line could have carried, beyond a short burst", () => {
    const line = createLine({ bytesPerSecond: 1000 });
    assert.equal(line.reserve(100, 5000), 5070);
  });

  it("never delivers before it was asked", () => {
    assert.equal(createLine({ bytesPerSecond: 1000 }).reserve(10, 5000), 5000);
  });

  it("costs no time without a limit", () => {
    assert.equal(createLine({ bytesPerSecond: Number.POSITIVE_INFINITY }).reserve(1e9, 40), 40);
  });

  describe("with gaps", () => {
    const gaps = { firstMs: 1000, everyMs: 3000, lengthMs: 500 };

    it("holds what begins inside one until its end", () => {
      assert.equal(createLine({ bytesPerSecond: 1000, gaps }).openAt(1200), 1500);
      assert.equal(createLine({ bytesPerSecond: 1000, gaps }).openAt(1500), 1500);
      assert.equal(createLine({ bytesPerSecond: 1000, gaps }).openAt(4000), 4500);
    });

    it("interrupts what runs into one, and into the next", () => {
      const line = createLine({ bytesPerSecond: 1000, gaps });
      assert.equal(line.reserve(400, 830), 1700);
      assert.equal(line.reserve(2400, 1700), 4600);
    });
  });
});
