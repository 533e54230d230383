import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ByteLedger } from "./byte-ledger.js";

const INIT = { bytes: 1000, start: 0, end: 0 };

/** Two seconds of an episode are seen. */
function watch(ledger: ByteLedger, key: string): void {
  ledger.seen(key).rest(0);
  ledger.seen(key).reach(1);
  ledger.seen(key).reach(2);
}

describe("ByteLedger", () => {
  it("calls used what was on the screen", () => {
    const ledger = new ByteLedger();
    ledger.load("a", INIT);
    ledger.load("a", { bytes: 4000, start: 0, end: 4 });
    ledger.load("a", { bytes: 4000, start: 4, end: 8 });
    watch(ledger, "a");
    assert.deepEqual(ledger.episode("a"), { loaded: 9000, used: 3000 });
  });

  it("calls nothing used of an episode that nobody saw", () => {
    const ledger = new ByteLedger();
    ledger.load("a", INIT);
    assert.deepEqual(ledger.episode("a"), { loaded: 1000, used: 0 });
  });

  it("counts seconds that were loaded twice as used once", () => {
    const ledger = new ByteLedger();
    ledger.load("a", { bytes: 500, start: 0, end: 2 });
    ledger.load("a", { bytes: 2000, start: 0, end: 2 });
    watch(ledger, "a");
    assert.deepEqual(ledger.episode("a"), { loaded: 2500, used: 2000 });
  });

  it("calls wasted only what lies behind the viewer", () => {
    const ledger = new ByteLedger();
    ledger.load("left", { bytes: 4000, start: 0, end: 4 });
    ledger.load("ahead", { bytes: 1000, start: 0, end: 1 });
    watch(ledger, "left");
    assert.deepEqual(
      ledger.series((key) => key === "ahead"),
      { loaded: 5000, used: 2000, wasted: 2000 },
    );
  });

  it("knows nothing of what it was not told", () => {
    const ledger = new ByteLedger();
    watch(ledger, "file");
    assert.equal(ledger.episode("file"), undefined);
    assert.deepEqual(
      ledger.series(() => false),
      { loaded: 0, used: 0, wasted: 0 },
    );
  });
});
