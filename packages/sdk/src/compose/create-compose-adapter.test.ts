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

  describe("with one that does not work", () => {
    const free = createStaticAdapter({ free: ["e07"] });
    const silent = () => new Promise<never>(() => {});

    it("opens what the others grant while it hangs", async (t) => {
      t.mock.timers.enable({ apis: ["setTimeout"] });
      for (const method of ["check", "initialize"] as const) {
        const hanging = { ...createFakeBackend().adapter, [method]: silent };
        const visit = openVisit(createComposeAdapter([hanging, free]));
        const checked = visit.entitlements.check([REF], { cause: "init" });
        for (let i = 0; i < 4; i += 1) {
          await settle();
          t.mock.timers.tick(1000);
        }
        await checked;
        assert.equal(visit.entitlements.stateOf(REF).name, "granted", `${method} hangs`);
      }
    });

    it("opens what the others grant when it does not start, and starts it anew with the next check", async () => {
      const starts: number[] = [];
      const backend = createFakeBackend();
      const shaky: EntitlementAdapter = {
        ...backend.adapter,
        async initialize() {
          starts.push(starts.length);
          if (starts.length === 1) throw new Error("no");
        },
      };
      const { entitlements } = await open(shaky, free);
      assert.equal(entitlements.stateOf(REF).name, "granted");
      backend.owned.add("e09");
      const other = { ...REF, episode: "e09" };
      await entitlements.check([other], { cause: "viewer" });
      assert.equal(entitlements.stateOf(other).name, "granted");
      assert.equal(starts.length, 2);
    });

    it("listens to the others and closes them", async () => {
      let closed = 0;
      const ended: string[] = [];
      const rude: EntitlementAdapter = {
        ...createFakeBackend().adapter,
        onSignal: () => {
          throw new Error("no");
        },
        close: () => {
          throw new Error("no");
        },
      };
      const kind: EntitlementAdapter = {
        ...createFakeBackend().adapter,
        onSignal: () => () => ended.push("ended"),
        close: () => {
          closed += 1;
        },
      };
      const { entitlements } = await open(rude, kind);
      await settle();
      entitlements.close();
      await settle();
      assert.deepEqual([ended, closed], [["ended"], 1]);
    });
  });

  it("tells what was watched to the one that granted it", async () => {
    const told: string[] = [];
    const telling = (name: string, owned: readonly string[]) => {
      const backend = createFakeBackend({ watched: async (ref) => void told.push(`${name} ${ref.episode}`) });
      for (const episode of owned) backend.owned.add(episode);
      return backend.adapter;
    };
    const adapter = createComposeAdapter([telling("one", []), telling("two", [REF.episode])]);
    const { entitlements } = openVisit(adapter);
    await entitlements.check([REF], { cause: "init" });
    await entitlements.reportWatched(REF, { session: "s", expiresAt: "2030-01-01T00:00:00Z" }, 3);
    await settle();
    assert.deepEqual(told, [`two ${REF.episode}`]);
  });

  describe("with guests", () => {
    const wallet = (paid: number, rev: number) => ({ balances: [{ currency: "COIN", paid, bonus: 0 }], rev });
    const CONTEXT = { cause: "viewer", attempt: 1, signal: new AbortController().signal } as never;
    const hosting = (fail = 0) => {
      let hasGuest = true;
      let left = fail;
      const adapter: EntitlementAdapter = {
        ...createFakeBackend().adapter,
        hasGuest: () => hasGuest,
        async mergeGuest() {
          left -= 1;
          if (left >= 0) throw new EntitlementError("offline", "down", { retryable: true });
          hasGuest = false;
          return {
            ...{ outcome: "merged", already: false, episodes: 2, wallet: wallet(10, 1) },
            refunded: { amount: 30, currency: "COIN" },
          };
        },
      };
      return adapter;
    };

    it("moves those of all", async () => {
      const composed = createComposeAdapter([createStaticAdapter({}), hosting(), hosting()]);
      assert.equal(composed.hasGuest?.(), true);
      assert.deepEqual(await composed.mergeGuest?.(CONTEXT), {
        ...{ outcome: "merged", already: false, episodes: 4, refunded: { amount: 60, currency: "COIN" } },
        wallet: { balances: [...wallet(10, 1).balances, ...wallet(10, 1).balances], rev: 2 },
      });
      assert.equal(composed.hasGuest?.(), false);
      assert.deepEqual(await composed.mergeGuest?.(CONTEXT), { outcome: "nothing" });
    });

    it("keeps the one that could not be moved for the next try", async () => {
      const composed = createComposeAdapter([hosting(), hosting(1)]);
      await assert.rejects(async () => composed.mergeGuest?.(CONTEXT), { code: "offline" });
      assert.equal(composed.hasGuest?.(), true);
      const again = await composed.mergeGuest?.(CONTEXT);
      assert.ok(again?.outcome === "merged" && again.episodes === 2);
    });

    it("moves them before anything is asked", async () => {
      const { entitlements } = await open(createStaticAdapter({}), hosting());
      await settle();
      assert.equal(entitlements.snapshot.wallet?.balances[0]?.paid, 10);
    });

    it("has none where no adapter knows guests", () => {
      const composed = createComposeAdapter([createStaticAdapter({})]);
      assert.deepEqual([composed.hasGuest, composed.mergeGuest], [undefined, undefined]);
    });
  });
});
