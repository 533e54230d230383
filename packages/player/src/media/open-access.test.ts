import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openAccess } from "./open-access.js";

describe("openAccess", () => {
  it("leaves the addresses of public media as they are, and never renews them", async () => {
    const media = { type: "hls", url: "https://m/e01/main.m3u8" } as const;
    const target = { key: "s/e01", media, captions: [], startAt: 0 };
    const access = openAccess(target, new AbortController().signal);
    assert.deepEqual([access.url, access.isRenewable, access.renewIfDue()], [media.url, false, undefined]);
    assert.equal(access.resolve("https://m/e01/0.m4s"), "https://m/e01/0.m4s");
    assert.equal(await access.renew(), false);
  });
});
