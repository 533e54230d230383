import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EntitlementAdapter, UnlockResult } from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { COINS, createFakeBackend, REF } from "../testing/fake-backend.js";
import { createFakePlatform, settle } from "../testing/fake-platform.js";
import { openVisit } from "../testing/visit.js";

const down = async (): Promise<never> => {
  throw new EntitlementError("offline", "down", { retryable: true });
};

/** A page whose unlock arrived while its answer was lost, and whose platform is down since. */
async function openConfirming(overrides: Partial<EntitlementAdapter> = {}) {
  const backend = createFakeBackend();
  const state = { isDown: false, asked: 0 };
  const adapter: EntitlementAdapter = {
    ...backend.adapter,
    async unlock(request, ctx) {
      if (!state.isDown) await backend.adapter.unlock(request, ctx);
      state.isDown = true;
      return down();
    },
    async reconcile(key, ctx) {
      state.asked += 1;
      return state.isDown ? down() : (backend.adapter.reconcile?.(key, ctx) as Promise<UnlockResult>);
    },
    ...overrides,
  };
  const visit = openVisit(adapter);
  await visit.entitlements.check([REF], { cause: "init" });
  const unlock = visit.entitlements.unlock(REF, COINS);
  await visit.platform.advance(20_000);
  assert.equal((await unlock).name, "confirming");
  return { ...visit, backend, adapter, state };
}

describe("confirming", () => {
  it("asks at least every 5 s and finds the purchase once the platform is back", async () => {
    const { entitlements, platform, backend, state, storage } = await openConfirming();
    const before = state.asked;
    await platform.advance(60_000);
    assert.ok(state.asked - before >= 12, `${state.asked - before} questions in a minute`);
    state.isDown = false;
    await platform.advance(5000);
    assert.equal(entitlements.stateOf(REF).name, "granted");
    assert.equal(backend.charged.size, 1);
    assert.deepEqual(storage.keys(), []);
  });

  for (const wake of ["online", "focus", "wake()"] as const)
    it(`asks at once on ${wake}`, async () => {
      const { entitlements, platform, state } = await openConfirming();
      state.isDown = false;
      if (wake === "wake()") entitlements.wake();
      else await platform.emit(wake);
      await settle();
      assert.equal(entitlements.stateOf(REF).name, "granted");
    });

  it("offers no second purchase meanwhile", async () => {
    const { entitlements, backend } = await openConfirming();
    assert.equal((await entitlements.unlock(REF, COINS)).name, "confirming");
    assert.equal(backend.keys.length, 1);
  });

  it("is not talked out of it by a check that calls the episode locked", async () => {
    const { entitlements, backend } = await openConfirming();
    backend.owned.clear();
    await entitlements.check([REF], { cause: "visible", force: true });
    assert.equal(entitlements.stateOf(REF).name, "confirming");
  });

  it("ends when a check finds the episode open", async () => {
    const { entitlements, platform, storage } = await openConfirming();
    await entitlements.check([REF], { cause: "visible", force: true });
    assert.equal(entitlements.stateOf(REF).name, "granted");
    await platform.advance(5000);
    assert.deepEqual(storage.keys(), []);
  });

  it("gives a hanging question 5 s", async () => {
    const state = { asked: 0 };
    const reconcile = () => {
      state.asked += 1;
      return new Promise<never>(() => {});
    };
    const { platform } = await openConfirming({ reconcile });
    const before = state.asked;
    await platform.advance(50_000);
    assert.ok(state.asked - before >= 10);
  });

  it("leaves a platform alone for as long as it asks, but not longer than a minute", async () => {
    const state = { asked: 0 };
    const reconcile = async () => {
      state.asked += 1;
      throw new EntitlementError("rate-limited", "busy", { retryable: true, retryAfterMs: 3_600_000 });
    };
    const { platform } = await openConfirming({ reconcile });
    const before = state.asked;
    await platform.advance(600_000);
    assert.ok(state.asked - before >= 10 && state.asked - before <= 11, String(state.asked - before));
  });

  it("opens what was pressed while nothing could be reached, when the network comes back soon", async () => {
    const backend = createFakeBackend();
    let isDown = true;
    const { entitlements, platform } = openVisit(
      {
        ...backend.adapter,
        unlock: (request, ctx) => (isDown ? down() : backend.adapter.unlock(request, ctx)),
        reconcile: (key, ctx) => (isDown ? down() : (backend.adapter.reconcile?.(key, ctx) ?? down())),
      },
      // The shortest pauses: all five tries are over long before.
      { platform: Object.assign(createFakePlatform(), { random: () => 0 }) },
    );
    await entitlements.check([REF], { cause: "init" });
    const unlock = entitlements.unlock(REF, COINS);
    await platform.advance(4000);
    assert.equal((await unlock).name, "confirming");
    isDown = false;
    await platform.advance(6000);
    assert.equal(entitlements.stateOf(REF).name, "granted");
    assert.equal(backend.charged.size, 1);
    assert.equal(new Set(backend.keys).size, 1);
  });

  it("returns to the offers when the request is known never to have arrived", async () => {
    const { entitlements, backend, state, platform, storage } = await openConfirming();
    backend.charged.clear();
    backend.owned.clear();
    state.isDown = false;
    await platform.advance(5000);
    const locked = entitlements.stateOf(REF);
    assert.equal(locked.name === "locked" && locked.failure?.code, "never-arrived");
    assert.deepEqual(locked.name === "locked" && locked.offers, [COINS]);
    assert.deepEqual(storage.keys(), []);
  });

  it("opens what arrives after it was called never to have arrived, without another press", async () => {
    const { entitlements, backend, state, platform } = await openConfirming();
    const [key = ""] = backend.charged;
    backend.charged.clear();
    backend.owned.clear();
    state.isDown = false;
    await platform.advance(5000);
    assert.equal(entitlements.stateOf(REF).name, "locked");
    backend.charged.add(key);
    backend.owned.add(REF.episode);
    await platform.advance(15_000);
    assert.equal(entitlements.stateOf(REF).name, "granted");
    assert.equal(backend.keys.length, 1);
  });

  it("stops looking for it after a while", async () => {
    const { backend, state, platform } = await openConfirming();
    backend.charged.clear();
    backend.owned.clear();
    state.isDown = false;
    await platform.advance(60_000);
    const before = state.asked;
    await platform.advance(600_000);
    assert.equal(state.asked, before);
  });

  it("sends the same key again where an adapter cannot say what became of it", async () => {
    const backend = createFakeBackend();
    let isDown = true;
    const { reconcile: _none, ...adapter } = backend.adapter;
    const unlock: EntitlementAdapter["unlock"] = async (request, ctx) => {
      const answer = await backend.adapter.unlock(request, ctx);
      return isDown ? down() : answer;
    };
    const visit = openVisit({ ...adapter, unlock });
    await visit.entitlements.check([REF], { cause: "init" });
    const state = visit.entitlements.unlock(REF, COINS);
    await visit.platform.advance(30_000);
    assert.equal((await state).name, "confirming");
    isDown = false;
    await visit.platform.advance(5000);
    assert.equal(visit.entitlements.stateOf(REF).name, "granted");
    assert.equal(new Set(backend.keys).size, 1);
    assert.equal(backend.charged.size, 1);
  });
});

describe("pending", () => {
  it("waits as the platform says, then opens", async () => {
    const backend = createFakeBackend();
    let isPaid = false;
    const pending = { outcome: "pending", retryAfterMs: 2000 } as const;
    const { entitlements, platform } = openVisit({
      ...backend.adapter,
      unlock: async (request, ctx) => {
        await backend.adapter.unlock(request, ctx);
        return pending;
      },
      reconcile: async (key, ctx) =>
        isPaid ? (backend.adapter.reconcile?.(key, ctx) as Promise<UnlockResult>) : pending,
    });
    await entitlements.check([REF], { cause: "init" });
    assert.equal((await entitlements.unlock(REF, COINS)).name, "pending");
    await platform.advance(60_000);
    assert.equal(entitlements.stateOf(REF).name, "pending");
    isPaid = true;
    await platform.advance(5000);
    assert.equal(entitlements.stateOf(REF).name, "granted");
  });

  it("becomes confirming after ten minutes without an end", async () => {
    const pending = async () => ({ outcome: "pending", retryAfterMs: 2000 }) as const;
    const { entitlements, platform } = openVisit(
      createFakeBackend({ unlock: pending, reconcile: pending }).adapter,
    );
    await entitlements.check([REF], { cause: "init" });
    await entitlements.unlock(REF, COINS);
    await platform.advance(599_000);
    assert.equal(entitlements.stateOf(REF).name, "pending");
    await platform.advance(10_000);
    assert.equal(entitlements.stateOf(REF).name, "confirming");
  });
});

describe("a reload in the middle", () => {
  /** Presses the button and leaves the page before the answer comes. */
  async function leaveInTheMiddle(hasArrived: boolean) {
    const backend = createFakeBackend();
    const unlock: EntitlementAdapter["unlock"] = async (request, ctx) => {
      if (hasArrived) await backend.adapter.unlock(request, ctx);
      return new Promise(() => {});
    };
    const first = openVisit({ ...backend.adapter, unlock });
    await first.entitlements.check([REF], { cause: "init" });
    void first.entitlements.unlock(REF, COINS);
    await settle();
    first.entitlements.close();
    backend.calls.length = 0;
    return { backend, storage: first.storage };
  }

  it("confirms at once and finds the purchase", async () => {
    const { backend, storage } = await leaveInTheMiddle(true);
    const { entitlements } = openVisit(backend.adapter, { storage });
    const seen: (string | undefined)[] = [];
    entitlements.subscribe(({ states }) => seen.push(states.get("lantern/e07")?.name));
    await entitlements.check([REF], { cause: "init" });
    await settle();
    assert.deepEqual(backend.calls.sort(), ["check", "reconcile"]);
    assert.equal(seen.includes("locked"), false);
    assert.equal(entitlements.stateOf(REF).name, "granted");
    assert.equal(backend.charged.size, 1);
    assert.deepEqual(storage.keys(), []);
  });

  it("waits while the request may still be on its way, then returns to the offers", async () => {
    const { backend, storage } = await leaveInTheMiddle(false);
    const { entitlements, platform } = openVisit(backend.adapter, { storage });
    await entitlements.check([REF], { cause: "init" });
    await platform.advance(9000);
    assert.equal(entitlements.stateOf(REF).name, "confirming");
    await platform.advance(6000);
    const state = entitlements.stateOf(REF);
    assert.deepEqual(state.name === "locked" && state.offers, [COINS]);
    assert.deepEqual(storage.keys(), []);
  });

  it("leaves alone what belongs to another series", async () => {
    const { backend, storage } = await leaveInTheMiddle(true);
    const { entitlements } = openVisit(backend.adapter, { storage });
    await entitlements.check([{ series: "harbour", episode: "e07" }], { cause: "init" });
    await settle();
    assert.deepEqual(backend.calls, ["check"]);
    assert.equal(storage.keys().length, 1);
  });

  it("presses again with the old key where an adapter cannot say what became of it", async () => {
    const { backend, storage } = await leaveInTheMiddle(true);
    backend.owned.clear();
    const [key] = backend.keys;
    const { reconcile: _none, ...adapter } = backend.adapter;
    const { entitlements } = openVisit(adapter, { storage });
    await entitlements.check([REF], { cause: "init" });
    assert.equal(entitlements.stateOf(REF).name, "locked");
    await entitlements.unlock(REF, COINS);
    assert.deepEqual(backend.keys, [key, key]);
    assert.equal(backend.charged.size, 1);
  });

  it("lets another wish go ahead where an adapter cannot say what became of the first", async () => {
    const { backend, storage } = await leaveInTheMiddle(false);
    const { reconcile: _none, ...adapter } = backend.adapter;
    const { entitlements } = openVisit(adapter, { storage });
    await entitlements.check([REF], { cause: "init" });
    const state = await entitlements.unlock(REF, { id: "gift", kind: "code" }, { code: "LANTERN" });
    assert.equal(state.name, "granted");
    assert.equal(backend.keys.length, 1);
    assert.deepEqual(storage.keys(), []);
  });

  it("forgets keys when the viewer became somebody else", async () => {
    const { backend, storage } = await leaveInTheMiddle(true);
    const { entitlements } = openVisit(backend.adapter, { storage, platform: createFakePlatform() });
    await entitlements.viewerChanged();
    assert.deepEqual(storage.keys(), []);
  });
});
