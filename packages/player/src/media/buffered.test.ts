import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isDry, isSafelyAhead, isWhole, secondsAhead, secondsWatched } from "./buffered.js";

function media(currentTime: number, ...ranges: readonly (readonly [number, number])[]) {
  const at = (edge: 0 | 1) => (i: number) => ranges[i]?.[edge] ?? Number.NaN;
  return { currentTime, duration: 10, buffered: { length: ranges.length, start: at(0), end: at(1) } };
}

describe("secondsAhead", () => {
  it("counts from here to the next gap", () => {
    assert.equal(secondsAhead(media(3, [0, 5], [7, 9])), 2);
    assert.equal(secondsAhead(media(6, [0, 5], [7, 9])), 0);
  });
});

describe("secondsWatched", () => {
  it("adds up what was seen", () => {
    const { buffered: played } = media(0, [0, 2], [5, 6.5]);
    assert.equal(secondsWatched({ played }), 3.5);
    assert.equal(secondsWatched({ played: media(0).buffered }), 0);
  });
});

describe("isDry", () => {
  it("is true without data at this place", () => {
    assert.deepEqual(
      [isDry(media(0)), isDry(media(3, [0, 3.2])), isDry(media(3, [5, 9]))],
      [true, true, true],
    );
  });

  it("is false with some ahead, also when the media begins a little later", () => {
    assert.deepEqual([isDry(media(3, [0, 1], [2, 5])), isDry(media(0, [0.1, 2]))], [false, false]);
  });
});

describe("isSafelyAhead", () => {
  it("wants two seconds, or the end", () => {
    assert.equal(isSafelyAhead(media(3, [0, 4.9])), false);
    assert.equal(isSafelyAhead(media(3, [0, 5])), true);
    assert.equal(isSafelyAhead(media(9, [0, 9.9])), true);
  });

  it("is false before anything is known", () => {
    assert.equal(isSafelyAhead({ ...media(0), duration: Number.NaN }), false);
  });
});

describe("isWhole", () => {
  it("wants everything in one piece", () => {
    assert.equal(isWhole(media(5, [0.1, 9.8])), true);
    assert.equal(isWhole(media(5, [0, 4], [5, 10])), false);
    assert.equal(isWhole(media(5, [0, 8])), false);
    assert.equal(isWhole(media(5, [2, 10])), false);
  });
});
