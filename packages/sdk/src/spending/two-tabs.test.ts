import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { EntitlementError } from "@micro-drama/protocol";
import { createMemoryStorage } from "../storage.js";
import { COINS, createFakeBackend, REF } from "../testing/fake-backend.js";
import { createFakeLocks, createFakePlatform, settle } from "../testing/fake-platform.js";
import { openVisit } from "../testing/visit.js";

/** Two tabs of one browser on one platform that answers when told to. */
async function openTabs(hasLocks: boolean, storage = createMemoryStorage()) {
  const backend = createFakeBackend();
  const held: (() => void)[] = [];
  const unlock: typeof backend.adapter.unlock = async (request, ctx) => {
    await new Promise<void>((resolve) => held.push(resolve));
    return backend.adapter.unlock(request, ctx);
  };
  const locks = hasLocks ? createFakeLocks() : undefined;
  const kept: number[] = [];
  const open = (tab: number) =>
    openVisit(
      { ...backend.adapter, unlock, keepViewer: () => void kept.push(tab) },
      { storage, platform: createFakePlatform(locks) },
    );
  const tabs = [open(0), open(1)] as const;
  for (const { entitlements } of tabs) await entitlements.check([REF], { cause: "init" });
  const release = async () => {
    await settle();
    for (const go of held.splice(0)) go();
    await settle();
  };
  return { backend, tabs, storage, kept, release };
}

/** Storage in which no tab sees what another one noted a moment ago. */
function withoutLeases() {
  const storage = createMemoryStorage();
  return { ...storage, get: (key: string) => (key.includes("lease:") ? null : storage.get(key)) };
}

describe("two tabs", () => {
  it("send one key once where there are Web Locks", async () => {
    const { backend, tabs, storage, release } = await openTabs(true);
    const states = tabs.map(({ entitlements }) => entitlements.unlock(REF, COINS));
    await release();
    for (const state of states) assert.equal((await state).name, "granted");
    assert.equal(backend.keys.length, 1);
    assert.equal(backend.charged.size, 1);
    assert.deepEqual(storage.keys(), []);
  });

  it("keep their viewer one after the other: a guest that is kept at the same moment would take the other's place", async () => {
    for (const hasLocks of [true, false]) {
      const { tabs, kept, release } = await openTabs(hasLocks);
      const states = tabs.map(({ entitlements }) => entitlements.unlock(REF, COINS));
      await settle();
      assert.deepEqual(kept, [0]);
      await release();
      await tabs[1].platform.advance(250);
      for (const state of states) assert.equal((await state).name, "granted");
      // It is open by the time of the second: nothing is bought, and nobody kept for it.
      assert.deepEqual(kept, [0]);
    }
  });

  it("send one key once where there are none, with a lease in storage", async () => {
    const { backend, tabs, storage, release } = await openTabs(false);
    const states = tabs.map(({ entitlements }) => entitlements.unlock(REF, COINS));
    await release();
    await tabs[1].platform.advance(250);
    for (const state of states) assert.equal((await state).name, "granted");
    assert.equal(backend.keys.length, 1);
    assert.deepEqual(storage.keys(), []);
  });

  it("send one key where the lease is not seen: two tabs wrote in one moment", async () => {
    const { backend, tabs, release } = await openTabs(false, withoutLeases());
    const states = tabs.map(({ entitlements }) => entitlements.unlock(REF, COINS));
    await release();
    for (const state of states) assert.equal((await state).name, "granted");
    assert.equal(backend.keys.length, 2);
    assert.equal(new Set(backend.keys).size, 1);
    assert.equal(backend.charged.size, 1);
  });

  it("do not buy one episode in two ways: the second waits for the first", async () => {
    const { backend, tabs, release } = await openTabs(false, withoutLeases());
    const first = tabs[0].entitlements.unlock(REF, COINS);
    await settle();
    const second = tabs[1].entitlements.unlock(REF, { id: "gift", kind: "code" }, { code: "X" });
    assert.equal((await second).name, "confirming");
    await release();
    assert.equal((await first).name, "granted");
    await tabs[1].platform.advance(5000);
    assert.equal(tabs[1].entitlements.stateOf(REF).name, "granted");
    assert.equal(backend.charged.size, 1);
  });

  it("do not take a refusal of the second for the end of the first", async () => {
    const backend = createFakeBackend();
    const storage = createMemoryStorage();
    const silent = () => new Promise<never>(() => {});
    const refuse = async () => {
      throw new EntitlementError("auth-expired", "log in");
    };
    const first = openVisit({ ...backend.adapter, unlock: silent }, { storage });
    const second = openVisit({ ...backend.adapter, unlock: refuse, reconcile: silent }, { storage });
    for (const { entitlements } of [first, second]) await entitlements.check([REF], { cause: "init" });
    void first.entitlements.unlock(REF, COINS);
    await settle();
    const state = second.entitlements.unlock(REF, COINS);
    await second.platform.advance(15_000);
    assert.equal((await state).name, "confirming");
    assert.equal(storage.keys().filter((key) => key.includes("unlock:")).length, 1);
  });

  it("do not wait for each other for ever: a tab that sleeps with the lock is passed after 15 s", async () => {
    const { backend, tabs, release } = await openTabs(true);
    void tabs[0].entitlements.unlock(REF, COINS);
    await settle();
    const second = tabs[1].entitlements.unlock(REF, COINS);
    await tabs[1].platform.advance(15_000);
    await release();
    assert.equal((await second).name, "granted");
    assert.equal(new Set(backend.keys).size, 1);
  });

  it("pass a tab that died with the lease, and leave nothing behind", async () => {
    const { backend, tabs, storage } = await openTabs(false);
    void tabs[0].entitlements.unlock(REF, COINS);
    await settle();
    const third = openVisit(backend.adapter, { storage });
    await third.entitlements.check([REF], { cause: "init" });
    await third.platform.advance(15_000);
    assert.equal(third.entitlements.stateOf(REF).name, "locked");
    assert.deepEqual(storage.keys(), []);
  });

  it("work where Web Locks are refused", async () => {
    const backend = createFakeBackend();
    const locks = { request: () => Promise.reject(new Error("SecurityError")) };
    const { entitlements } = openVisit(backend.adapter, { platform: createFakePlatform(locks) });
    await entitlements.check([REF], { cause: "init" });
    assert.equal((await entitlements.unlock(REF, COINS)).name, "granted");
    assert.equal(backend.keys.length, 1);
  });
});
