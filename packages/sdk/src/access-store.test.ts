import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createAccessStore } from "./access-store.js";
import type { EntitlementsSnapshot } from "./entitlements.js";

const ref = { series: "lantern", episode: "e07" };

function open() {
  const logged: string[] = [];
  const store = createAccessStore((level, message) => void logged.push(`${level} ${message}`));
  return { store, logged };
}

describe("createAccessStore", () => {
  it("tells a late subscriber the present snapshot at once", () => {
    const { store } = open();
    store.send(ref, { type: "check" });
    const seen: (string | undefined)[] = [];
    store.subscribe((snapshot) => seen.push(snapshot.states.get("lantern/e07")?.name));
    assert.deepEqual(seen, ["checking"]);
  });

  it("notifies once per microtask, however much changed", async () => {
    const { store } = open();
    let told = -1;
    store.subscribe(() => (told += 1));
    store.send(ref, { type: "check" });
    store.send(ref, { type: "grant", via: "free" });
    store.setStatus("ready");
    assert.equal(told, 0);
    await null;
    assert.equal(told, 1);
  });

  it("commits before it notifies", () => {
    const { store } = open();
    store.send(ref, { type: "check" }, { type: "grant", via: "free" });
    assert.equal(store.stateOf(ref).name, "granted");
    assert.equal(store.snapshot.states.get("lantern/e07")?.name, "granted");
  });

  it("goes on when a listener throws", async () => {
    const { store, logged } = open();
    const seen: EntitlementsSnapshot[] = [];
    store.subscribe(() => {
      throw new Error("broken page");
    });
    store.subscribe((snapshot) => seen.push(snapshot));
    store.setStatus("stale");
    await null;
    assert.equal(seen.at(-1)?.status, "stale");
    assert.match(logged.join(), /error a listener threw: Error: broken page/);
  });

  it("stops telling who ended the subscription, even between change and notification", async () => {
    const { store } = open();
    let told = 0;
    const end = store.subscribe(() => (told += 1));
    store.setStatus("ready");
    end();
    await null;
    assert.equal(told, 1);
  });

  it("stops telling who was unsubscribed by another listener a moment ago", async () => {
    const { store } = open();
    let told = 0;
    let end = () => {};
    store.subscribe(() => end());
    end = store.subscribe(() => (told += 1));
    store.setStatus("ready");
    await null;
    assert.equal(told, 1);
  });

  it("makes a new frozen snapshot for a change and the same one without", () => {
    const { store } = open();
    const first = store.snapshot;
    assert.ok(Object.isFrozen(first));
    assert.equal(store.snapshot, first);
    store.setStatus("ready");
    assert.notEqual(store.snapshot, first);
    assert.equal(first.status, "not-ready");
  });

  it("ignores an illegal event and says so", () => {
    const { store, logged } = open();
    const before = store.snapshot;
    store.send(ref, { type: "grant", via: "free" });
    assert.equal(store.snapshot, before);
    assert.match(logged.join(), /warn lantern\/e07: "grant" means nothing while unknown/);
  });

  it("keeps the newer of two wallets", () => {
    const { store } = open();
    store.setWallet({ balances: [], rev: 5 });
    store.setWallet({ balances: [{ currency: "COIN", paid: 9, bonus: 0 }], rev: 4 });
    assert.equal(store.snapshot.wallet?.rev, 5);
  });
});
