import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findLateWaits, findWaitFaults } from "./find-wait-faults.js";
import { createHistory, type Keyed } from "./history.js";

const BEGUN = Date.parse("2027-01-10T18:00:00.000Z");

/** Somebody opened an episode by waiting, so many milliseconds after the story began. */
function waited(afterMs: number, change: Partial<Keyed> = {}): Keyed {
  const at = new Date(BEGUN + afterMs).toISOString();
  return {
    ...{ who: "account", key: `k${afterMs}`, path: "/unlocks", offer: "wait", body: {}, moment: 0 },
    ...{ series: "lantern", episodes: ["e04"] },
    end: { status: 200, charged: 0, already: false, receipt: "r", at },
    ...change,
  };
}

function see(guests: number, ...keyed: readonly Keyed[]): string {
  const made = createHistory({ guests, moments: [] }, BEGUN);
  made.keyed.push(...keyed);
  if (guests > 0) made.merges.push({ who: "guest", moment: 0, doneIn: 0, moved: 0, refunded: 0 });
  return String(findWaitFaults(made));
}

describe("findWaitFaults", () => {
  it("finds nothing where each episode was waited for, in each series and by each identity", () => {
    const elsewhere = waited(2100, { series: "harbour" });
    assert.equal(see(1, waited(2000), waited(4000), elsewhere, waited(2050, { who: "guest" })), "");
  });

  it("finds an episode that opened before anybody can have waited for it", () => {
    assert.match(see(0, waited(1999)), /account lantern: 1 of 1 waits opened before their time/);
  });

  it("finds two episodes that one wait opened", () => {
    assert.match(see(0, waited(2500), waited(2500)), /1 of 2 waits opened/);
    assert.match(see(0, waited(2500), waited(4499)), /1 of 2 waits opened/);
  });

  it("lets a guest's wait count for the account once, not twice", () => {
    assert.equal(see(1, waited(2500), waited(2600)), "");
    assert.match(see(1, waited(2500), waited(2600), waited(2700)), /2 of 3 waits opened/);
  });

  it("finds an opening of which nobody knows when it was", () => {
    const end = { status: 200, charged: 0, already: false };
    assert.match(see(0, waited(2500, { end })), /1 of 1 waits opened/);
  });
});

describe("findLateWaits", () => {
  const notYet = (availableAt: string, isReplay = false) => ({
    ...{ status: 409, isReplay },
    body: { code: "not-yet", availableAt },
  });
  const due = new Date(BEGUN).toISOString();

  it("finds who is told to come back at an instant that is over", () => {
    assert.match(String(findLateWaits(waited(0), notYet(due), BEGUN)), /though it was due/);
    assert.match(String(findLateWaits(waited(0), notYet("soon"), BEGUN)), /though it was due/);
  });

  it("finds nothing in an instant to come, in an old answer, and in no answer", () => {
    assert.deepEqual(findLateWaits(waited(0), notYet(due), BEGUN - 1), []);
    assert.deepEqual(findLateWaits(waited(0), notYet(due, true), BEGUN), []);
    assert.deepEqual(findLateWaits(waited(0), undefined, BEGUN), []);
  });
});
