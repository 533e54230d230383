import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { paintMark } from "./paint.mjs";
import { readScreen } from "./read.mjs";

describe("readScreen", () => {
  const mark = { episode: 12, frame: 345, isPoster: false };

  it("reads a film that covers a tall phone", () => {
    const seen = readScreen(show(paint(mark), { scale: 422 / 640, left: -21, top: 0 }));
    assert.deepEqual({ ...seen, top: 0 }, { ...mark, top: 0 });
  });

  it("reads a film that is contained, at quarter size", () => {
    const seen = readScreen(show(paint(mark), { scale: 195 / 360, left: 0, top: 38 }));
    assert.equal(seen?.frame, 345);
  });

  it("tells a poster from a film, and says where it lies", () => {
    const seen = readScreen(show(paint({ ...mark, isPoster: true }), { scale: 0.5, left: 7, top: 100 }));
    assert.equal(seen?.isPoster, true);
    assert.equal(seen?.top, Math.round(100 + 0.24 * 320) / 422);
  });

  it("sees nothing in a panel that is half outside", () => {
    assert.equal(readScreen(show(paint(mark), { scale: 0.6, left: 0, top: -130 })), undefined);
  });

  it("sees nothing where two pictures blend half and half", () => {
    const one = show(paint(mark), { scale: 0.6, left: 0, top: 0 });
    const two = show(paint({ ...mark, episode: 3, frame: 77 }), { scale: 0.6, left: 0, top: 0 });
    const data = one.data.map((value, index) => (value + two.data[index]) >> 1);
    assert.equal(readScreen({ ...one, data }), undefined);
  });
});

function paint(mark) {
  const picture = { width: 360, height: 640, data: new Uint8Array(360 * 640 * 3).fill(90) };
  paintMark(picture, mark);
  return picture;
}

/** Draws the picture, nearest pixel, onto a black screen of half a phone. */
function show(picture, { scale, left, top }) {
  const screen = { width: 195, height: 422, channels: 3, data: new Uint8Array(195 * 422 * 3) };
  for (let y = 0; y < screen.height; y += 1) {
    for (let x = 0; x < screen.width; x += 1) {
      const column = Math.floor((x - left) / scale);
      const row = Math.floor((y - top) / scale);
      if (column < 0 || row < 0 || column >= picture.width || row >= picture.height) continue;
      const from = (row * picture.width + column) * 3;
      screen.data.set(picture.data.subarray(from, from + 3), (y * screen.width + x) * 3);
    }
  }
  return screen;
}
