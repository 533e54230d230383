import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseCheckResult } from "./parse-check.js";
import { parseTopUpResult, parseUnlockResult } from "./parse-results.js";

const NOW = "2026-11-22T10:00:00Z";
const REF = { series: "lantern", episode: "e04" };
const COINS = { id: "coins", kind: "coins", price: { amount: 90, currency: "COIN" } };

describe("parseCheckResult", () => {
  it("skips offers of a kind that it does not know and keeps the others", () => {
    const result = parseCheckResult({
      serverNow: NOW,
      items: [{ ref: REF, state: "locked", offers: [{ id: "x", kind: "hologram" }, COINS] }],
    });
    assert.ok("items" in result);
    const item = result.items[0];
    assert.ok(item?.state === "locked");
    assert.deepEqual(
      item.offers.map((offer) => offer.kind),
      ["coins"],
    );
  });

  it("never guesses a right from a state that it does not know", () => {
    assert.throws(() => parseCheckResult({ serverNow: NOW, items: [{ ref: REF, state: "probably" }] }), {
      path: "$.items[0].state",
    });
  });

  it("refuses prices that are no whole numbers ≥ 0", () => {
    for (const amount of [-1, 0.5, 2 ** 53, "90", null]) {
      const offer = { ...COINS, price: { amount, currency: "COIN" } };
      assert.throws(
        () => parseCheckResult({ serverNow: NOW, items: [{ ref: REF, state: "locked", offers: [offer] }] }),
        {
          path: "$.items[0].offers[0].price.amount",
        },
      );
    }
  });

  it("refuses a relative or scripted media URL in a grant", () => {
    for (const url of ["main.m3u8", "javascript:alert(1)", "file:///x"]) {
      const item = { ref: REF, state: "granted", via: "coins", playback: { url, type: "hls", session: "s" } };
      assert.throws(() => parseCheckResult({ serverNow: NOW, items: [item] }), {
        path: "$.items[0].playback.url",
      });
    }
  });

  it("reads «nothing changed»", () => {
    assert.deepEqual(parseCheckResult({ notModified: true, serverNow: NOW }), {
      notModified: true,
      serverNow: NOW,
    });
  });
});

describe("parseUnlockResult", () => {
  it("reads an unclear answer as «money may have moved»", () => {
    assert.deepEqual(parseUnlockResult({ outcome: "unknown" }), { outcome: "unknown", sent: true });
    assert.deepEqual(parseUnlockResult({ outcome: "unknown", sent: false }), {
      outcome: "unknown",
      sent: false,
    });
  });

  it("reads reasons of later versions as «policy»", () => {
    const result = parseUnlockResult({ outcome: "declined", reason: "full-moon" });
    assert.ok(result.outcome === "declined" && result.reason === "policy");
  });

  it("refuses anything that is no answer", () => {
    for (const junk of [undefined, null, "ok", { outcome: "yes" }, []])
      assert.throws(() => parseUnlockResult(junk));
  });
});

describe("parseTopUpResult", () => {
  it("wants the wallet of a top-up that was added", () => {
    assert.throws(() => parseTopUpResult({ outcome: "added" }), { path: "$.wallet" });
  });
});
