import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseRange } from "./send-file.mjs";

describe("parseRange", () => {
  it("reads a closed, an open and a suffix range", () => {
    assert.deepEqual(parseRange("bytes=0-99", 1000), { start: 0, end: 99 });
    assert.deepEqual(parseRange("bytes=900-", 1000), { start: 900, end: 999 });
    assert.deepEqual(parseRange("bytes=-100", 1000), { start: 900, end: 999 });
  });

  it("cuts a range that ends behind the file", () => {
    assert.deepEqual(parseRange("bytes=990-2000", 1000), { start: 990, end: 999 });
  });

  it("says when a range lies behind the file", () => {
    assert.equal(parseRange("bytes=1000-", 1000), "unsatisfiable");
    assert.equal(parseRange("bytes=0-0", 0), "unsatisfiable");
  });

  it("ignores what it does not understand", () => {
    for (const header of [undefined, "", "bytes=-", "items=0-1", "bytes=0-1,5-6"]) {
      assert.equal(parseRange(header, 1000), undefined);
    }
  });
});
