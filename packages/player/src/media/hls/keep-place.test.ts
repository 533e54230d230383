import assert from "node:assert/strict";
import { test } from "node:test";
import { moveBoundary } from "./keep-place.js";

class Segment {
  start: number;
  duration: number;
  constructor(start: number, duration: number) {
    this.start = start;
    this.duration = duration;
  }
  get end(): number {
    return this.start + this.duration;
  }
  setStart(start: number): void {
    this.start = start;
  }
  setDuration(duration: number): void {
    this.duration = duration;
  }
}

const boundariesAfter = (end: number): readonly number[] => {
  const segments = [new Segment(0, 2), new Segment(2, 2), new Segment(4, 2)];
  moveBoundary({ fragments: segments as never }, end);
  for (const [i, segment] of segments.entries())
    if (i > 0) assert.equal(segment.start.toFixed(6), segments[i - 1]?.end.toFixed(6));
  return segments.map((segment) => segment.end);
};

test("a segment that is there but for some hundredths counts as there", () => {
  assert.deepEqual(boundariesAfter(3.92), [2, 3.919, 6]);
});

test("a segment that is there in part keeps its place", () => {
  assert.deepEqual(boundariesAfter(3.5), [2, 4, 6]);
});

test("an exact end, a beginning and the last segment need nothing", () => {
  for (const end of [4, 2.1, 0, 5.9, 6, 9]) assert.deepEqual(boundariesAfter(end), [2, 4, 6]);
});
