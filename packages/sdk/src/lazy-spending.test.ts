import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createAccessStore } from "./access-store.js";
import type { Checks } from "./checks.js";
import type { Core } from "./core.js";
import { createLazySpending } from "./lazy-spending.js";
import type { Spending } from "./spending/index.js";
import { COINS, REF } from "./testing/fake-backend.js";

/** A locked episode, and code that arrives when a test says so. */
function open() {
  const store = createAccessStore(() => {});
  const { signal } = new AbortController();
  const core = { store, log: () => {}, viewerSignal: () => signal } as unknown as Core;
  const order: string[] = [];
  const arrivals: boolean[] = [];
  const code = {
    open: async () => void order.push("sent"),
    rest: () => {},
    close: () => void order.push("closed"),
  } as unknown as Spending;
  const lazy = createLazySpending(core, {} as Checks, {
    ads: undefined,
    keepViewer: async () => {},
    fetchCode: async () => {
      order.push("fetched");
      if (arrivals.shift() === false) throw new TypeError("Failed to fetch dynamically imported module");
      return { createSpending: () => code };
    },
  });
  const lock = () => store.send(REF, { type: "check" }, { type: "deny", offers: [COINS] });
  return { store, lazy, order, arrivals, lock };
}

describe("createLazySpending", () => {
  it("fetches the code with the first lock, not before, and once", async () => {
    const { lazy, order, lock, store } = open();
    lazy.watch();
    store.send({ ...REF, episode: "e01" }, { type: "check" }, { type: "grant", via: "free" });
    await null;
    assert.deepEqual(order, []);
    lock();
    await lazy.load();
    await lazy.unlock(REF, COINS, {});
    assert.deepEqual(order, ["fetched", "sent"]);
  });

  it("takes the choice at once, and is back at the offers when the code does not come: nothing was charged", async () => {
    const { lazy, order, arrivals, lock, store } = open();
    lock();
    arrivals.push(false);
    const pressed = lazy.unlock(REF, COINS, {});
    assert.equal(store.stateOf(REF).name, "unlocking");
    const state = await pressed;
    assert.ok(state.name === "locked" && state.failure?.code === "never-arrived");
    await lazy.unlock(REF, COINS, {});
    assert.deepEqual(order, ["fetched", "fetched", "sent"]);
  });

  it("rejects with a word that may pass when media are wanted and the code does not come", async () => {
    const { lazy, arrivals } = open();
    arrivals.push(false);
    await assert.rejects(lazy.load(), { name: "EntitlementError", code: "offline", retryable: true });
  });

  it("closes what arrives after the end", async () => {
    const { lazy, order } = open();
    const end = lazy.watch();
    end();
    await lazy.load();
    assert.deepEqual(order, ["fetched", "closed"]);
  });
});
