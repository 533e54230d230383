import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deflateSync } from "node:zlib";
import { decodePng } from "./png.mjs";

/** Two pixels by two, RGB; one row per filter under test, the other row unfiltered. */
const FIRST = [10, 20, 30, 40, 50, 60];

describe("decodePng", () => {
  const rows = {
    "no filter": [0, 1, 2, 3, 4, 5, 6],
    left: [1, 1, 2, 3, 3, 3, 3],
    above: [2, 247, 238, 229, 220, 211, 202],
    average: [3, 252, 248, 244, 240, 235, 231],
    Paeth: [4, 247, 238, 229, 220, 241, 232],
  };
  for (const [name, row] of Object.entries(rows)) {
    it(`undoes the filter "${name}"`, () => {
      const { data, width, channels } = decodePng(png([0, ...FIRST, ...row]));
      assert.deepEqual([width, channels], [2, 3]);
      assert.deepEqual([...data], [...FIRST, 1, 2, 3, 4, 5, 6]);
    });
  }

  it("refuses what it does not read", () => {
    assert.throws(() => decodePng(png([0], { depth: 16 })), /depth 16/);
  });
});

function png(raw, { depth = 8 } = {}) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(2, 0);
  header.writeUInt32BE(2, 4);
  header.set([depth, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.alloc(8),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(raw))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, content) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(type, "latin1"), content, Buffer.alloc(4)]);
}
