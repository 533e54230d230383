import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import type { CoinsOffer, Offer, Series } from "@micro-drama/protocol";
import type { UnlockState } from "@micro-drama/sdk";
import type { SlotPool } from "../media/slot-pool.js";
import { followRule } from "./gate-auto-unlock.js";
import { Session } from "./session.js";

const offer: CoinsOffer = { id: "one", kind: "coins", price: { amount: 60, currency: "COIN" } };
const wait: Offer = { id: "wait", kind: "wait", availableAt: "2026-11-23T12:00:00Z" };
const granted: UnlockState = { name: "granted", via: "coins", charged: offer.price };
const episode = { id: "e4", number: 4, title: "", access: "locked", captions: [] } as const;
const series: Series = { id: "s", title: "S", lang: "en", warnings: [], episodes: [episode] };

describe("followRule", () => {
  let bought: (readonly [number: number, coins: number])[];
  let isPressed: boolean;
  let goThrough: (...states: readonly UnlockState[]) => void;
  beforeEach(() => {
    bought = [];
    isPressed = false;
    const session = new Session({} as SlotPool, () => true);
    session.commit({ series });
    followRule(session, {
      isAskedFor: (key) => key === "s/e4" && isPressed,
      onBought: (number, coins) => void bought.push([number, coins]),
    });
    goThrough = (...states) => {
      for (const state of states)
        session.commit({ entitlements: { states: new Map([["s/e4", state]]), status: "ready" } });
    };
  });

  it("tells of a purchase that nobody pressed for, once", () => {
    goThrough({ name: "unlocking", offer, offers: [offer] }, granted, { ...granted });
    assert.deepEqual(bought, [[4, 60]]);
  });

  it("tells of it when the answer was lost on the way, too", () => {
    goThrough({ name: "unlocking", offer, offers: [offer] }, { name: "confirming", offer }, granted);
    assert.deepEqual(bought, [[4, 60]]);
  });

  it("says nothing of what the viewer asked for", () => {
    isPressed = true;
    goThrough({ name: "unlocking", offer, offers: [offer] }, granted);
    assert.deepEqual(bought, []);
  });

  it("says nothing of what costs nothing, nor of a right that was there already", () => {
    goThrough({ name: "unlocking", offer: wait, offers: [wait] }, granted);
    goThrough({ name: "checking" }, granted);
    assert.deepEqual(bought, []);
  });

  it("forgets an attempt that was refused: what opens the episode later is another one", () => {
    goThrough(
      { name: "unlocking", offer, offers: [offer] },
      { name: "locked", offers: [offer] },
      { name: "granted", via: "gift" },
    );
    assert.deepEqual(bought, []);
  });
});
