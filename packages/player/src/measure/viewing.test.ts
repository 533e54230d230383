import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Viewing } from "./viewing.js";

const READY = { preloaded: false };

describe("Viewing", () => {
  it("measures from the first wish to the first frame, once", () => {
    const viewing = new Viewing("a");
    viewing.wish({ cause: "swipe", at: 1000 });
    viewing.wish({ cause: "tap", at: 1500 });
    assert.deepEqual(viewing.see(1840.6, READY), { cause: "swipe", elapsedMs: 841, preloaded: false });
    viewing.wish({ cause: "tap", at: 2000 });
    assert.equal(viewing.see(3000, READY), undefined);
  });

  it("tells nothing when nobody waits", () => {
    const viewing = new Viewing("a");
    assert.equal(viewing.see(1000, READY), undefined);
    viewing.wish({ cause: "swipe", at: 1000 });
    viewing.drop();
    assert.equal(viewing.see(1500, READY), undefined);
  });

  it("measures a player that starts with its page from the navigation", () => {
    const viewing = new Viewing("a");
    viewing.wish({ cause: "navigation", at: 800 });
    assert.equal(viewing.see(1200, READY)?.elapsedMs, 1200);
  });

  it("measures an unlock from the tap on the offer", () => {
    const viewing = new Viewing("a");
    viewing.wish({ cause: "swipe", at: 1000 });
    viewing.unlock("locked", 1100);
    viewing.unlock("unlocking", 5000);
    viewing.unlock("granted", 5200);
    assert.deepEqual(viewing.see(5400, READY), { cause: "unlock", elapsedMs: 400, preloaded: false });
  });

  it("measures from the grant when the viewer had to pay elsewhere, or the page decided", () => {
    const paid = new Viewing("a");
    paid.unlock("unlocking", 5000);
    paid.unlock("pending", 5200);
    paid.unlock("granted", 60_000);
    assert.equal(paid.see(60_300, READY)?.elapsedMs, 300);
    const decided = new Viewing("b");
    decided.unlock("locked", 1000);
    decided.unlock("granted", 9000);
    assert.equal(decided.see(9100, READY)?.elapsedMs, 100);
  });

  it("goes on measuring the swipe when the episode turns out to be owned", () => {
    const viewing = new Viewing("a");
    viewing.wish({ cause: "swipe", at: 1000 });
    viewing.unlock("checking", 1000);
    viewing.unlock("granted", 1200);
    assert.deepEqual(viewing.see(1500, READY), { cause: "swipe", elapsedMs: 500, preloaded: false });
  });
});
