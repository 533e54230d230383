import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatPart, sumResults } from "./results.mjs";

describe("sumResults", () => {
  it("adds up all parts", () => {
    const results = [
      { part: "types", passed: 1, failed: 0 },
      { part: "unit", passed: 40, failed: 2 },
    ];
    assert.deepEqual(sumResults(results), { passed: 41, failed: 2 });
  });
});

describe("formatPart", () => {
  it("shows the first line of the note only", () => {
    const line = formatPart({ part: "unit", passed: 3, failed: 1, seconds: 2.04, note: "first\nsecond" });
    assert.equal(line, "✗ unit           3 passed, 1 failed  2.0 s  (first)");
  });
});
