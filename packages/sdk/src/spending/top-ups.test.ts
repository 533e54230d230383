import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Offer, TopUpResult } from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { createFakeBackend, REF } from "../testing/fake-backend.js";
import { openVisit } from "../testing/visit.js";

const TOPUP: Offer = { id: "500", kind: "topup", action: { type: "adapter" }, coins: 500 };
const ADDED: TopUpResult = {
  outcome: "added",
  wallet: { balances: [{ currency: "COIN", paid: 500, bonus: 0 }], rev: 2 },
};

describe("a top-up", () => {
  it("has its key written down before it is sent, and sends the same one after a reload", async () => {
    const keys: string[] = [];
    const written: boolean[] = [];
    const storage = openVisit(createFakeBackend().adapter).storage;
    const breakOff = async (_offer: string, { idempotencyKey }: { readonly idempotencyKey: string }) => {
      keys.push(idempotencyKey);
      written.push(storage.keys().some((key) => storage.get(key)?.startsWith(idempotencyKey)));
      throw new EntitlementError("bad-response", "cut off");
    };
    const first = openVisit(createFakeBackend({ topUp: breakOff }).adapter, { storage });
    assert.equal((await first.entitlements.topUp(REF, TOPUP)).outcome, "failed");
    const succeed = async (_offer: string, { idempotencyKey }: { readonly idempotencyKey: string }) => {
      keys.push(idempotencyKey);
      return ADDED;
    };
    const second = openVisit(createFakeBackend({ topUp: succeed }).adapter, { storage });
    assert.equal((await second.entitlements.topUp(REF, TOPUP)).outcome, "added");
    assert.deepEqual(written, [true]);
    assert.equal(new Set(keys).size, 1);
    assert.deepEqual(storage.keys(), []);
    await second.entitlements.topUp(REF, TOPUP);
    assert.equal(new Set(keys).size, 2, "a new press after the answer is a new purchase");
  });

  it("leaves its key to nobody else", async () => {
    const keys: string[] = [];
    const topUp = async (_offer: string, { idempotencyKey }: { readonly idempotencyKey: string }) => {
      keys.push(idempotencyKey);
      throw new EntitlementError("bad-response", "cut off");
    };
    const { entitlements } = openVisit(createFakeBackend({ topUp }).adapter);
    await entitlements.topUp(REF, TOPUP);
    await entitlements.viewerChanged();
    await entitlements.topUp(REF, TOPUP);
    assert.equal(new Set(keys).size, 2);
  });

  it("that the platform settles later brings its coins without another press", async () => {
    const keys = new Set<string>();
    let isSettled = false;
    const topUp = async (_offer: string, { idempotencyKey }: { readonly idempotencyKey: string }) => {
      keys.add(idempotencyKey);
      return isSettled ? ADDED : ({ outcome: "pending", retryAfterMs: 8000 } as const);
    };
    const { entitlements, platform, storage } = openVisit(createFakeBackend({ topUp }).adapter);
    await entitlements.check([REF], { cause: "init" });
    assert.equal((await entitlements.topUp(REF, TOPUP)).outcome, "pending");
    await platform.advance(7000);
    isSettled = true;
    await platform.advance(2000);
    assert.deepEqual(
      entitlements.snapshot.wallet?.balances,
      ADDED.outcome === "added" && ADDED.wallet.balances,
    );
    assert.equal(keys.size, 1);
    assert.deepEqual(storage.keys(), []);
  });
});
