import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judge, PATIENCE_MS } from "./verdict.mjs";

const bought = {
  viewer: "v",
  charges: [{ episode: "e04", coins: 90 }],
  rights: ["e04"],
  keys: 1,
  broken: [],
};
const untouched = { viewer: "v", charges: [], rights: [], keys: 0, broken: [] };
const good = { end: "granted", ms: 400, hasPrompted: false, open: ["granted"], accounts: [bought] };
const expected = { end: "granted", episode: "e04" };

describe("judge", () => {
  it("finds nothing wrong with one charge, one right and a page that knows it", () => {
    assert.deepEqual(judge(good, expected), []);
  });

  it("finds nothing wrong with a no that cost nothing", () => {
    const declined = { ...good, end: "locked", open: ["locked"], accounts: [untouched] };
    assert.deepEqual(judge(declined, { ...expected, end: "locked" }), []);
    assert.deepEqual(judge(declined, { ...expected, end: "either" }), []);
  });

  const broken = {
    "another end": [{ end: "locked", accounts: [untouched], open: ["locked"] }, /ended locked, not granted/],
    "an end that comes too late": [{ ms: PATIENCE_MS + 1 }, /took 15\.0 s/],
    "something for sale meanwhile": [{ hasPrompted: true }, /for sale/],
    "two charges": [
      { accounts: [{ ...bought, charges: [...bought.charges, ...bought.charges] }] },
      /2 charges/,
    ],
    "two viewers who both paid": [{ accounts: [bought, bought] }, /2 charges/],
    "a charge without a right": [{ accounts: [{ ...bought, rights: [] }] }, /not granted in the ledger/],
    "a charge of which a page does not know": [{ open: ["granted", "locked"] }, /a page says locked/],
    "a right for nothing": [{ accounts: [{ ...bought, charges: [] }] }, /for nothing/],
    "a page that opens what was not bought": [{ accounts: [untouched] }, /the ledger does not/],
    "a ledger that does not add up": [{ accounts: [{ ...bought, broken: ["sum"] }] }, /proof: sum/],
  };
  for (const [what, [change, words]] of Object.entries(broken))
    it(`finds ${what}`, () => {
      assert.match(judge({ ...good, ...change }, expected).join("; "), words);
    });

  it("does not count what was bought of other episodes", () => {
    const other = { ...untouched, charges: [{ episode: "e05", coins: 90 }], rights: ["e05"] };
    const declined = { ...good, end: "locked", open: ["locked"], accounts: [other] };
    assert.deepEqual(judge(declined, { ...expected, end: "locked" }), []);
  });
});
