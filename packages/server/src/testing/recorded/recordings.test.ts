import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findMisplaced } from "./recordings.js";

describe("findMisplaced", () => {
  it("has nothing to say when each recording has one place", () => {
    assert.deepEqual(findMisplaced(["a.json", "b.json"], ["a.json"], ["b.json"]), []);
  });

  it("names a recording without a place, and a place without a recording", () => {
    assert.deepEqual(findMisplaced(["a.json"], [], []), ["a.json has no scene and no reason"]);
    assert.deepEqual(findMisplaced([], ["a.json"], []), ["a.json is no recording"]);
    assert.deepEqual(findMisplaced([], [], ["b.json"]), ["b.json is no recording"]);
    assert.deepEqual(findMisplaced(["a.json"], ["a.json"], ["a.json"]), ["a.json has both"]);
  });
});
