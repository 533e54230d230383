import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findLost } from "./outline.js";

const LOCKED = { state: "locked", offers: [{ id: "coins", kind: "coins", price: { amount: 90 } }] };

describe("findLost", () => {
  it("lets values differ, and fields be added", () => {
    assert.deepEqual(findLost({ rev: 1, at: "a" }, { rev: 2, at: "b", more: true }), []);
    assert.deepEqual(findLost({ list: [1, 2] }, { list: [3] }), []);
  });

  it("names what is gone, and what is of another type", () => {
    assert.deepEqual(findLost({ rev: 1, at: "a" }, { rev: "1" }), ["$.rev: number", "$.at: string"]);
    assert.deepEqual(findLost({ refunded: {} }, { refunded: null }), ["$.refunded: object"]);
    assert.deepEqual(findLost({ a: 1 }, undefined), ["$: object", "$.a: number"]);
  });

  it("names another word of the protocol", () => {
    assert.deepEqual(findLost({ outcome: "granted" }, { outcome: "declined" }), ['$.outcome: "granted"']);
  });

  it("tells the kinds of items and offers apart", () => {
    const granted = { state: "granted", offers: LOCKED.offers };
    assert.ok(findLost({ items: [LOCKED] }, { items: [granted] }).includes("$.items[locked]: object"));
    const wait = { ...LOCKED, offers: [{ id: "wait", kind: "wait", price: { amount: 90 } }] };
    assert.ok(
      findLost({ items: [LOCKED] }, { items: [wait] }).includes(
        "$.items[locked].offers[coins].price.amount: number",
      ),
    );
    assert.deepEqual(findLost({ items: [LOCKED] }, { items: [granted, LOCKED] }), []);
  });

  it("names what the things of an emptied list had", () => {
    assert.deepEqual(findLost({ receipts: [{ id: "r" }] }, { receipts: [] }), [
      "$.receipts[]: object",
      "$.receipts[].id: string",
    ]);
  });
});
