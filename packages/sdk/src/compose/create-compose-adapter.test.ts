import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EntitlementAdapter, UnlockResult } from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { createCallbackAdapter } from "../callback/index.js";
import { createMemoryAdapter } from "../memory/index.js";
import { createStaticAdapter } from "../static/index.js";
import { createMemoryStorage } from "../storage.js";
import { createFakeBackend, REF } from "../testing/fake-backend.js";
import { settle } from "../testing/fake-platform.js";
import { openVisit } from "../testing/visit.js";
import { createComposeAdapter } from "./create-compose-adapter.js";

const memory = () => createMemoryAdapter({ episodes: ["e07", "e08"] });

/** A visit with the first check done. */
async function open(...adapters: readonly EntitlementAdapter[]) {
  const visit = openVisit(createComposeAdapter(adapters));
  await visit.entitlements.check([REF], { cause: "init" });
  const { entitlements } = visit;
  const offers = () => {
    const state = entitlements.stateOf(REF);
    return "offers" in state ? (state.offers ?? []) : [];
  };
  return { ...visit, offers };
}

describe("createComposeAdapter", () => {
  it("refuses to be made of nothing", () => {
    assert.throws(() => createComposeAdapter([]), { code: "config" });
  });

  it("takes the first that grants: who has a subscription pays no coins", async () => {
    const subscriber = createCallbackAdapter({ check: () => true });
    const { entitlements } = await open(subscriber, memory());
    const state = entitlements.stateOf(REF);
    assert.ok(state.name === "granted" && state.via === "host");
  });

  it("shows the offers of all, and sends each to the adapter that made it", async () => {
    const asked: string[] = [];
    const shop = createCallbackAdapter({
      check: () => false,
      unlock: async (_ref, offerId) => {
        asked.push(offerId);
        return true;
      },
    });
    const coins = memory();
    const { entitlements, offers } = await open(shop, coins);
    assert.deepEqual(
      offers().map(({ id }) => id),
      ["0.open", "1.coins", "1.500"],
    );
    const [first, second] = offers();
    assert.ok(first && second);
    assert.equal((await entitlements.unlock(REF, second)).name, "granted");
    assert.equal(coins.platform.receipts.length, 1);
    coins.platform.revoke(REF);
    await settle();
    assert.equal((await entitlements.unlock(REF, first)).name, "granted");
    assert.deepEqual(asked, ["open"]);
  });

  it("sells nothing while one of them cannot be asked: the episode may be owned already", async () => {
    const broken = createFakeBackend({ check: () => Promise.reject(new EntitlementError("server", "down")) });
    const { entitlements } = await open(broken.adapter, memory());
    assert.equal(entitlements.stateOf(REF).name, "failed");
  });

  it("tells when one of them answers for somebody else, and not when one cannot be asked", async () => {
    let viewer: string | undefined = "guest";
    const backend = createFakeBackend({
      async check() {
        if (viewer === undefined) throw new EntitlementError("config", "down");
        const paid = viewer === "guest" ? 90 : 5;
        const wallet = { balances: [{ currency: "COIN", paid, bonus: 0 }], rev: paid };
        return {
          items: [{ ref: REF, state: "locked", offers: [] }],
          wallet,
          viewer,
          serverNow: "2027-01-10T18:00:00Z",
        };
      },
    });
    const { entitlements } = await open(createCallbackAdapter({ check: () => false }), backend.adapter);
    const ask = async (next: string | undefined) => {
      viewer = next;
      await entitlements.check([REF], { cause: "visible", force: true });
      return entitlements.snapshot.wallet?.balances[0]?.paid;
    };
    assert.deepEqual([await ask("guest"), await ask(undefined), await ask("account")], [90, 90, 5]);
  });

  it("opens what one grants although another cannot be asked", async () => {
    const broken = createFakeBackend({ check: () => Promise.reject(new Error("down")) });
    const { entitlements } = await open(broken.adapter, createStaticAdapter({ free: ["e07"] }));
    assert.equal(entitlements.stateOf(REF).name, "granted");
  });

  it("fails when nobody can be asked", async () => {
    const check = () => Promise.reject(new EntitlementError("server", "down"));
    const { entitlements } = await open(createFakeBackend({ check }).adapter);
    assert.equal(entitlements.stateOf(REF).name, "failed");
  });

  it("gives each its own price signature back", async () => {
    const seen: (string | undefined)[] = [];
    const signed = (name: string, expiresAt: string) => {
      const backend = createFakeBackend();
      return createFakeBackend({
        async check(refs, ctx) {
          const answer = await backend.adapter.check(refs, ctx);
          return { ...answer, quote: { value: name, expiresAt } };
        },
        async unlock({ quote }) {
          seen.push(quote);
          return { outcome: "declined", reason: "policy" };
        },
      }).adapter;
    };
    const { entitlements, offers } = await open(
      signed("one", "2027-01-10T18:10:00Z"),
      signed("two", "2027-01-10T18:09:00Z"),
    );
    for (const offer of offers()) await entitlements.unlock(REF, offer);
    assert.deepEqual(seen, ["one", "two"]);
  });

  it("asks the adapter that has the key what became of it, also after a reload", async () => {
    const storage = createMemoryStorage();
    const one = createFakeBackend();
    const two = createFakeBackend();
    const lost: EntitlementAdapter["unlock"] = async (request, ctx) => {
      await two.adapter.unlock(request, ctx);
      return new Promise<UnlockResult>(() => {});
    };
    const before = openVisit(createComposeAdapter([one.adapter, { ...two.adapter, unlock: lost }]), {
      storage,
    });
    await before.entitlements.check([REF], { cause: "init" });
    const state = before.entitlements.stateOf(REF);
    const offer = "offers" in state ? state.offers?.[1] : undefined;
    assert.ok(offer);
    void before.entitlements.unlock(REF, offer);
    await settle();
    two.owned.clear();
    const after = openVisit(createComposeAdapter([one.adapter, two.adapter]), { storage });
    await after.entitlements.check([REF], { cause: "init" });
    await settle();
    assert.deepEqual(one.calls.includes("reconcile"), false);
    assert.deepEqual(two.calls.includes("reconcile"), true);
    assert.equal(two.charged.size, 1);
  });

  it("leaves nothing of an unanswered purchase to the next viewer", async () => {
    const backend = createFakeBackend({ unlock: () => new Promise<UnlockResult>(() => {}) });
    const { entitlements, storage, offers } = await open(backend.adapter);
    const [offer] = offers();
    assert.ok(offer);
    void entitlements.unlock(REF, offer);
    await settle();
    const key = /"key":"([^"]+)"/.exec(
      storage
        .keys()
        .map((name) => storage.get(name))
        .join(),
    )?.[1];
    assert.equal(storage.keys().filter((name) => name.endsWith(`purchase:${key}`)).length, 1);
    await entitlements.viewerChanged();
    assert.deepEqual(
      storage.keys().filter((name) => name.includes("purchase:") || name.includes("unlock:")),
      [],
    );
  });

  it("sends the same key again to one that cannot say what became of it", async () => {
    const backend = createFakeBackend();
    const { reconcile: _reconcile, ...dumb } = backend.adapter;
    let isLost = true;
    const unlock: EntitlementAdapter["unlock"] = async (request, ctx) => {
      const answer = await backend.adapter.unlock(request, ctx);
      if (isLost) throw new EntitlementError("bad-response", "cut off");
      return answer;
    };
    const { entitlements, platform, offers } = await open({ ...dumb, unlock });
    const [offer] = offers();
    assert.ok(offer);
    const bought = entitlements.unlock(REF, offer);
    await platform.advance(10_000);
    assert.equal((await bought).name, "confirming");
    isLost = false;
    await platform.advance(5000);
    assert.equal(entitlements.stateOf(REF).name, "granted");
    assert.equal(backend.charged.size, 1);
    assert.ok(backend.keys.length > 1);
    assert.equal(new Set(backend.keys).size, 1);
  });

  it("fetches media where the grant came from", async () => {
    const media = (name: string) => ({ type: "hls" as const, url: `https://${name}.example.com/e07.m3u8` });
    const one = createStaticAdapter({ free: [], sources: { e07: media("one") } });
    const two = createStaticAdapter({ free: ["e07"], sources: { e07: media("two") } });
    const { entitlements } = await open(one, two);
    assert.equal((await entitlements.playback(REF)).url, "https://two.example.com/e07.m3u8");
  });

  it("shows the purses side by side, and tops up the right one", async () => {
    const two = memory();
    const { entitlements, offers } = await open(createStaticAdapter({}), two);
    const topUp = offers().find(({ kind }) => kind === "topup");
    assert.ok(topUp);
    assert.equal((await entitlements.topUp(REF, topUp)).outcome, "added");
    assert.deepEqual(entitlements.snapshot.wallet?.balances, [{ currency: "COIN", paid: 500, bonus: 100 }]);
  });
});
