import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createCode, digestCode } from "./codes.js";

describe("digestCode", () => {
  it("is the same however a person types the code", async () => {
    const digest = await digestCode("10KM-2NPQ-0000-ZZZZ");
    for (const typed of ["10km2npq0000zzzz", " IOkm 2npq-OOoo zzzz ", "l0KM2NPQ0000ZZZZ"])
      assert.equal(await digestCode(typed), digest, typed);
    assert.notEqual(await digestCode("10KM-2NPQ-0000-ZZZY"), digest);
  });
});

describe("createCode", () => {
  it("makes four groups of four that nobody misreads, never twice", () => {
    const codes = Array.from({ length: 200 }, createCode);
    for (const code of codes) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    assert.equal(new Set(codes).size, 200);
  });
});
