import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SeenRanges } from "./seen-ranges.js";

function play(seen: SeenRanges, from: number, to: number): void {
  seen.rest(from);
  for (let position = from; position <= to; position += 0.25) seen.reach(position);
}

describe("SeenRanges", () => {
  it("knows the seconds that were played", () => {
    const seen = new SeenRanges();
    play(seen, 0, 3);
    assert.deepEqual([seen.secondsIn(0, 2), seen.secondsIn(2, 4), seen.secondsIn(4, 6)], [2, 1, 0]);
  });

  it("does not count what was skipped by seeking, nor from a pause to the next place", () => {
    const seen = new SeenRanges();
    play(seen, 0, 1);
    seen.reach(20);
    seen.reach(20.25);
    play(seen, 40, 41);
    assert.deepEqual([seen.secondsIn(1, 20), seen.secondsIn(0, 60)], [0, 2.25]);
  });

  it("counts once what is seen twice", () => {
    const seen = new SeenRanges();
    play(seen, 0, 2);
    play(seen, 4, 5);
    play(seen, 1, 4.5);
    assert.equal(seen.secondsIn(0, 10), 5);
  });

  it("has seen nothing while nothing played", () => {
    const seen = new SeenRanges();
    seen.rest(5);
    assert.equal(seen.isSeen, false);
  });
});
