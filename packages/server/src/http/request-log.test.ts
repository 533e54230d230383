import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { redactPath } from "./request-log.js";

describe("redactPath", () => {
  it("cuts tokens and keys, and keeps the rest", () => {
    assert.equal(redactPath("/t/1999.abc.k1.mac/a7c3/0/0.m4s"), "/t/:token/a7c3/0/0.m4s");
    assert.equal(redactPath("/drama/v1/unlocks/8a1c"), "/drama/v1/unlocks/:key");
    assert.equal(redactPath("/drama/v1/unlocks"), "/drama/v1/unlocks");
    assert.equal(redactPath("/series/lantern/access"), "/series/lantern/access");
  });
});
