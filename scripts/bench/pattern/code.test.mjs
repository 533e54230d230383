import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decodeMark, encodeMark } from "./code.mjs";

describe("encodeMark and decodeMark", () => {
  it("carry episode, frame and kind there and back", () => {
    const marks = [
      { episode: 1, frame: 0, isPoster: false },
      { episode: 1, frame: 0, isPoster: true },
      { episode: 25, frame: 499, isPoster: false },
      { episode: 63, frame: 1023, isPoster: true },
    ];
    for (const mark of marks) assert.deepEqual(decodeMark(encodeMark(mark)), mark);
  });

  it("deny a black picture, a white one, and any single cell that flipped", () => {
    assert.equal(decodeMark(Array(32).fill(0)), undefined);
    assert.equal(decodeMark(Array(32).fill(1)), undefined);
    const cells = encodeMark({ episode: 7, frame: 321, isPoster: false });
    for (const [index, cell] of cells.entries()) {
      assert.equal(decodeMark(cells.with(index, 1 - cell)), undefined, `cell ${index}`);
    }
  });
});
