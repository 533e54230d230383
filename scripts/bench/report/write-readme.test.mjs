import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { replaceBetweenMarkers } from "./write-readme.mjs";

describe("replaceBetweenMarkers", () => {
  it("replaces what stood there and keeps the rest", () => {
    const whole = "before\n<!-- bench:start -->\nold\n<!-- bench:end -->\nafter";
    assert.equal(
      replaceBetweenMarkers(whole, "new"),
      "before\n<!-- bench:start -->\nnew\n<!-- bench:end -->\nafter",
    );
  });

  it("says when there is no place", () => {
    assert.throws(() => replaceBetweenMarkers("nothing here", "new"), /bench:start/);
  });
});
