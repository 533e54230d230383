import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Offer } from "@micro-drama/protocol";
import { selectSpending, sortOffers } from "./gate-offers.js";

const price = { amount: 60, currency: "COIN" };
const bundle: Offer = { id: "b", kind: "bundle", price, episodes: ["e4"], owned: 0, rest: true };
const coins: Offer = { id: "c", kind: "coins", price };
const wait: Offer = { id: "w", kind: "wait", availableAt: "2027-01-01T00:00:00Z" };
const demo: Offer = { id: "t", kind: "topup", action: { type: "adapter" }, demo: true };
const code: Offer = { id: "k", kind: "code" };

describe("sortOffers", () => {
  it("puts this episode before bundles, in whatever order they come", () => {
    assert.deepEqual(
      sortOffers([bundle, coins]).priced.map(({ id }) => id),
      ["c", "b"],
    );
  });

  it("gives every offer exactly one place", () => {
    const { priced, wait: waited, topUps, others } = sortOffers([code, demo, wait, bundle, coins]);
    assert.deepEqual([...priced, waited, ...topUps, ...others], [coins, bundle, wait, demo, code]);
  });
});

describe("selectSpending", () => {
  const wallet = (paid: number, bonus: number) => ({ balances: [{ currency: "COIN", paid, bonus }], rev: 1 });

  it("takes bonus coins first", () => {
    assert.deepEqual(selectSpending(wallet(200, 40), price), {
      total: 240,
      bonus: 40,
      fromBonus: 40,
      after: 180,
    });
    assert.equal(selectSpending(wallet(0, 100), price)?.fromBonus, 60);
  });

  it("goes below zero when the balance does not suffice", () => {
    assert.equal(selectSpending(wallet(40, 0), price)?.after, -20);
  });

  it("says nothing about a wallet or a currency that it does not know", () => {
    assert.equal(selectSpending(undefined, price), undefined);
    assert.equal(selectSpending({ balances: [], rev: 1 }, price), undefined);
  });
});
