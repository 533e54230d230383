import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { endOfBoxes, findBoxes, readBoxes } from "./boxes.js";

const text = (value: string) => [...value].map((character) => character.charCodeAt(0));
const box = (type: string, ...body: number[]) => [0, 0, 0, body.length + 8, ...text(type), ...body];

describe("readBoxes", () => {
  it("walks boxes, also those with a 64-bit size, and stops where one is cut off", () => {
    const large = [0, 0, 0, 1, ...text("mdat"), 0, 0, 0, 0, 0, 0, 0, 18, 7, 7];
    const bytes = Uint8Array.from([...box("free", 1), ...large, ...box("moof", 1, 2, 3).slice(0, 9)]);
    const boxes = readBoxes(bytes);
    assert.deepEqual(
      boxes.map(({ type, start, size, body }) => [type, start, size, body.length]),
      [
        ["free", 0, 9, 1],
        ["mdat", 9, 18, 2],
      ],
    );
    assert.equal(endOfBoxes(bytes), 9 + 18 + 11);
  });
});

describe("findBoxes", () => {
  it("finds every body at a path", () => {
    const bytes = Uint8Array.from(
      box("moov", ...box("trak", ...box("tkhd", 1)), ...box("trak", ...box("tkhd", 2))),
    );
    assert.deepEqual(
      findBoxes(bytes, "moov", "trak", "tkhd").map(([first]) => first),
      [1, 2],
    );
    assert.deepEqual(findBoxes(bytes, "moov", "udta"), []);
  });
});
