import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findCodeFaults } from "./find-code-faults.js";
import { createHistory, type History, type KeyedEnd } from "./history.js";

const OPENED: KeyedEnd = { status: 200, charged: 0, already: false, receipt: "r" };
const OWNED: KeyedEnd = { status: 200, charged: 0, already: true };
const REFUSED: KeyedEnd = { status: 410, charged: 0, already: false, problem: "offer-gone" };

/** A person who typed the code, and how each time ended. */
function typed(...ends: readonly KeyedEnd[]): History {
  const made = createHistory({ guests: 0, moments: [] });
  for (const [index, end] of ends.entries())
    made.keyed.push({
      ...{ who: "account", key: `k${index}`, path: "/unlocks", offer: "code", body: {}, moment: 0 },
      ...{ series: "lantern", episodes: ["e04"], code: "c", end },
    });
  return made;
}

const see = (uses: number, ...people: readonly History[]) =>
  String(findCodeFaults([{ code: "c", uses }], people));

describe("findCodeFaults", () => {
  it("finds nothing where one of two who type it at once gets in", () => {
    assert.equal(see(1, typed(OPENED, REFUSED), typed(REFUSED), typed(OWNED)), "");
  });

  it("finds a code for one that opened for two who typed it at once", () => {
    assert.match(see(1, typed(OPENED), typed(OPENED)), /a code for 1 was redeemed by 2/);
  });

  it("finds a code that was refused while it was good for one more", () => {
    assert.match(see(2, typed(OPENED), typed(REFUSED)), /refused, though 1 were left/);
    assert.match(see(1, typed(REFUSED), typed(OWNED)), /refused, though 1 were left/);
  });

  it("lets a code be refused to whoever has redeemed it", () => {
    assert.equal(see(5, typed(OPENED, REFUSED)), "");
  });
});
