import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { comparePrints } from "./settled.mjs";

const printOf = (...cells) => Buffer.from(cells).toString("base64");
const plain = Array.from({ length: 400 }, () => 100);

describe("comparePrints", () => {
  it("lets the edges of letters differ", () => {
    assert.equal(
      comparePrints(printOf(...plain), printOf(...plain.map((cell, at) => cell + (at % 3)))).isSame,
      true,
    );
  });

  it("sees one part that is gone, and a whole that is darker", () => {
    const without = plain.map((cell, at) => (at === 40 ? cell + 60 : cell));
    assert.equal(comparePrints(printOf(...plain), printOf(...without)).isSame, false);
    const darker = plain.map((cell) => cell - 6);
    assert.equal(comparePrints(printOf(...plain), printOf(...darker)).isSame, false);
  });

  it("takes pictures of other sizes for other pictures", () => {
    assert.equal(comparePrints(printOf(1, 2), printOf(1)).isSame, false);
  });
});
