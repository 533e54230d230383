import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EntitlementAdapter, MergeResult, UnlockResult } from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { COINS, createFakeBackend, REF } from "../testing/fake-backend.js";
import { settle } from "../testing/fake-platform.js";
import { openVisit } from "../testing/visit.js";

const MERGED: MergeResult = {
  outcome: "merged",
  already: false,
  episodes: 1,
  refunded: null,
  wallet: { balances: [{ currency: "COIN", paid: 70, bonus: 0 }], rev: 5 },
};

/** A platform with a guest whom the account may take over. */
function createPlatformWithGuest(
  merge: () => Promise<MergeResult>,
  overrides: Partial<EntitlementAdapter> = {},
) {
  const guest = { isThere: true };
  const backend = createFakeBackend({
    hasGuest: () => guest.isThere,
    async mergeGuest() {
      backend.calls.push("merge");
      const result = await merge();
      if (result.outcome === "merged") guest.isThere = false;
      return result;
    },
    ...overrides,
  });
  return { ...backend, guest };
}

describe("a guest who signs in", () => {
  it("is merged before anything is asked, and the viewer can be told what came along", async () => {
    const { adapter, calls } = createPlatformWithGuest(async () => MERGED);
    const { entitlements } = openVisit(adapter);
    await entitlements.check([REF], { cause: "init" });
    assert.deepEqual(calls, ["merge", "check"]);
    assert.deepEqual(entitlements.snapshot.merged, MERGED);
    assert.equal(entitlements.snapshot.wallet?.rev, 5);
  });

  it("keeps the keys that have no answer: they are asked about as the account", async () => {
    const guest = { isThere: false };
    const silent = () => new Promise<UnlockResult>(() => {});
    const { adapter, calls, charged, owned, keys } = createPlatformWithGuest(async () => MERGED, {
      hasGuest: () => guest.isThere,
    });
    let isFirst = true;
    const unlock: EntitlementAdapter["unlock"] = async (request, ctx) => {
      const answer = adapter.unlock(request, ctx);
      if (!isFirst) return answer;
      isFirst = false;
      return silent();
    };
    const { entitlements, storage } = openVisit({ ...adapter, unlock });
    await entitlements.check([REF], { cause: "init" });
    void entitlements.unlock(REF, COINS);
    await settle();
    guest.isThere = true;
    owned.clear();
    const changed = entitlements.viewerChanged();
    await changed;
    await settle();
    assert.ok(calls.indexOf("merge") < calls.lastIndexOf("reconcile"));
    assert.equal(new Set(keys).size, 1);
    assert.equal(charged.size, 1);
    assert.deepEqual(storage.keys(), []);
  });

  it("loses the keys when somebody else logs in", async () => {
    const { adapter, calls } = createPlatformWithGuest(async () => ({ outcome: "nothing" }), {
      unlock: () => new Promise<UnlockResult>(() => {}),
    });
    const { entitlements, storage } = openVisit(adapter);
    await entitlements.check([REF], { cause: "init" });
    void entitlements.unlock(REF, COINS);
    await settle();
    await entitlements.viewerChanged();
    assert.deepEqual(
      storage.keys().filter((key) => key.includes("unlock:")),
      [],
    );
    assert.ok(!calls.includes("reconcile"));
  });

  it("is asked about although the merge fails, and is merged when the network is back", async () => {
    let isDown = true;
    const { adapter, calls } = createPlatformWithGuest(async () => {
      if (isDown) throw new EntitlementError("offline", "down", { retryable: true });
      return MERGED;
    });
    const { entitlements, platform } = openVisit(adapter);
    const checked = entitlements.check([REF], { cause: "init" });
    await platform.advance(10_000);
    await checked;
    assert.equal(entitlements.stateOf(REF).name, "locked");
    isDown = false;
    await platform.emit("online");
    await settle();
    assert.deepEqual(entitlements.snapshot.merged, MERGED);
    assert.equal(calls.at(-1), "check");
  });

  it("costs no request where there is no guest", async () => {
    const { adapter, calls, guest } = createPlatformWithGuest(async () => MERGED);
    guest.isThere = false;
    const { entitlements } = openVisit(adapter);
    await entitlements.check([REF], { cause: "init" });
    assert.deepEqual(calls, ["check"]);
  });
});
