import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { csvRow } from "./csv.js";

describe("csvRow", () => {
  it("quotes what would break a row", () => {
    assert.equal(csvRow(['a "b"', "c,d", "e\nf", null, undefined, 0]), '"a ""b""","c,d","e\nf",,,0\r\n');
  });

  it("keeps a stranger's words from being a formula, and numbers from being words", () => {
    assert.equal(csvRow(["=HYPERLINK(1)", "+1", "-1", "@x", -90]), "'=HYPERLINK(1),'+1,'-1,'@x,-90\r\n");
  });
});
