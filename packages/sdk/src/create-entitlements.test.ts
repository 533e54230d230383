import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type {
  Access,
  AdapterSignal,
  EntitlementAdapter,
  EpisodeRef,
  Playback,
  TopUpResult,
} from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { createEntitlements } from "./create-entitlements.js";
import { COINS, createFakeBackend, EPOCH, REF } from "./testing/fake-backend.js";
import { createFakePlatform, settle } from "./testing/fake-platform.js";
import { openVisit } from "./testing/visit.js";

const PLAYBACK: Playback = { url: "https://m.example/e07.m3u8", type: "hls", session: "s", captions: [] };
const TOP_UP = { id: "topup", kind: "topup", action: { type: "adapter" } } as const;

async function openChecked(overrides: Partial<EntitlementAdapter> = {}) {
  const backend = createFakeBackend(overrides);
  const visit = openVisit(backend.adapter);
  await visit.entitlements.check([REF], { cause: "init" });
  return { ...visit, backend };
}

describe("createEntitlements", () => {
  it("touches nothing until it is used", () => {
    const touched: string[] = [];
    const adapter = new Proxy(createFakeBackend().adapter, {
      get(target, name) {
        touched.push(String(name));
        return Reflect.get(target, name) as unknown;
      },
    });
    const platform = createFakePlatform();
    const entitlements = createEntitlements({ adapter, platform });
    assert.equal(entitlements.snapshot.status, "not-ready");
    assert.equal(entitlements.stateOf(REF).name, "unknown");
    assert.equal(platform.listenerCount(), 0);
    assert.deepEqual(new Set(touched), new Set(["metadata"]));
  });

  it("initialises the adapter once, before anything else, with storage of its own", async () => {
    const order: string[] = [];
    const { storage, backend } = await openChecked({
      initialize: (host) => {
        order.push("initialize");
        host.storage.set("mine", "1");
      },
      onSignal: () => {
        order.push("onSignal");
        return () => {};
      },
    });
    assert.deepEqual(order, ["initialize", "onSignal"]);
    assert.deepEqual(backend.calls, ["check"]);
    assert.deepEqual(storage.keys(), ["micro-drama:1:fake:adapter:mine"]);
  });

  it("tries again to initialise an adapter that could not start", async () => {
    let tries = 0;
    const { entitlements } = await openChecked({
      initialize: async () => {
        tries += 1;
        if (tries === 1) throw new Error("not yet");
      },
    });
    assert.equal(entitlements.stateOf(REF).name, "failed");
    await entitlements.check([REF], { cause: "retry" });
    assert.equal(entitlements.stateOf(REF).name, "locked");
  });

  it("keeps the viewer before the first purchase is sent, not earlier", async () => {
    const order: string[] = [];
    const backend = createFakeBackend({ keepViewer: () => void order.push("keepViewer") });
    const unlock: EntitlementAdapter["unlock"] = (request, ctx) => {
      order.push("unlock");
      return backend.adapter.unlock(request, ctx);
    };
    const { entitlements } = openVisit({ ...backend.adapter, unlock });
    await entitlements.check([REF], { cause: "init" });
    assert.deepEqual(order, []);
    await entitlements.unlock({ series: "lantern", episode: "e99" }, COINS);
    assert.deepEqual(order, []);
    await entitlements.unlock(REF, COINS);
    assert.deepEqual(order, ["keepViewer", "unlock"]);
  });

  describe("an adapter that misbehaves", () => {
    const faults: Readonly<Record<string, () => never | Promise<never>>> = {
      throws: () => {
        throw new Error("broken");
      },
      "throws nothing": () => {
        throw undefined;
      },
      "throws an object without words": () => {
        throw Object.create(null);
      },
      rejects: async () => {
        throw new TypeError("broken");
      },
      hangs: () => new Promise<never>(() => {}),
    };
    for (const [what, fault] of Object.entries(faults))
      it(`that ${what} everywhere cannot break anything, and opens nothing`, async () => {
        const every = {
          check: fault,
          unlock: fault,
          reconcile: fault,
          playback: fault,
          topUp: fault,
          signIn: fault,
          receipts: fault,
          preferences: fault,
          setPreferences: fault,
          startAd: fault,
          hasGuest: () => true,
          mergeGuest: fault,
        };
        const rest = {
          hasGuest: fault,
          initialize: fault,
          keepViewer: fault,
          hostGranted: fault,
          onSignal: fault,
          close: fault,
        };
        const backend = createFakeBackend();
        const adapter: EntitlementAdapter = { ...backend.adapter, ...(every as Partial<EntitlementAdapter>) };
        for (const parts of [
          adapter,
          { ...adapter, ...(rest as object) },
          { ...adapter, check: backend.adapter.check },
        ]) {
          const { entitlements, platform } = openVisit(parts);
          const follow = async <T>(work: Promise<T>): Promise<T> => {
            await platform.advance(120_000);
            return work;
          };
          await follow(entitlements.check([REF], { cause: "init" }));
          await follow(entitlements.unlock(REF, COINS));
          await follow(entitlements.settleByHost(REF, { outcome: "granted" }));
          const topUp = await follow(entitlements.topUp(REF, TOP_UP));
          assert.equal(topUp.outcome, "failed");
          await assert.rejects(entitlements.playback(REF), { name: "EntitlementError" });
          const receipts = assert.rejects(entitlements.receipts(), { name: "EntitlementError" });
          await follow(receipts);
          assert.equal(await follow(entitlements.setAutoUnlock({ maxPerEpisode: 9, maxPerVisit: 9 })), null);
          await follow(entitlements.unlock(REF, { id: "ad", kind: "ad", network: "house", leftToday: 1 }));
          entitlements.rest(REF);
          if (what !== "hangs") assert.equal(await entitlements.signIn(), "cancelled");
          entitlements.wake();
          await follow(entitlements.viewerChanged());
          assert.notEqual(entitlements.stateOf(REF).name, "granted");
          entitlements.close();
        }
      });
  });

  describe("viewerChanged", () => {
    it("forgets rights, wallet and keys, and asks for the new viewer", async () => {
      const causes: string[] = [];
      const { entitlements, backend } = await openChecked({
        check: async (refs, ctx) => {
          causes.push(ctx.cause);
          const isOwner = causes.length === 1;
          const items = refs.map(
            (ref): Access =>
              isOwner ? { ref, state: "granted", via: "coins" } : { ref, state: "locked", offers: [COINS] },
          );
          return {
            items,
            serverNow: new Date(EPOCH).toISOString(),
            ...(isOwner && { wallet: { balances: [], rev: 9 } }),
          };
        },
      });
      assert.equal(entitlements.stateOf(REF).name, "granted");
      const done = entitlements.viewerChanged();
      assert.equal(entitlements.stateOf(REF).name, "checking");
      assert.equal(entitlements.snapshot.wallet, undefined);
      await done;
      assert.equal(entitlements.stateOf(REF).name, "locked");
      assert.deepEqual(causes, ["init", "viewer"]);
      assert.deepEqual(backend.keys, []);
    });

    it("lets no answer to the former viewer count", async () => {
      let release = () => {};
      const backend = createFakeBackend();
      const unlock: EntitlementAdapter["unlock"] = async (request, ctx) => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return backend.adapter.unlock(request, ctx);
      };
      const { entitlements } = openVisit({ ...backend.adapter, unlock });
      await entitlements.check([REF], { cause: "init" });
      const state = entitlements.unlock(REF, COINS);
      await settle();
      await entitlements.viewerChanged();
      release();
      assert.equal((await state).name, "locked");
      await settle();
      assert.equal(entitlements.stateOf(REF).name, "locked");
    });
  });

  describe("signals of the adapter", () => {
    async function openSignalling() {
      let emit = (_signal: AdapterSignal) => {};
      let isEnded = false;
      const visit = await openChecked({
        onSignal: (listener) => {
          emit = listener;
          return () => {
            isEnded = true;
          };
        },
      });
      return { ...visit, emit: (signal: AdapterSignal) => emit(signal), isEnded: () => isEnded };
    }

    it("ask again about the named episodes", async () => {
      const { entitlements, backend, emit } = await openSignalling();
      backend.owned.add("e07");
      emit({ type: "access-changed", refs: [REF] });
      await settle();
      assert.equal(entitlements.stateOf(REF).name, "granted");
    });

    it("tell of another viewer", async () => {
      const { entitlements, emit } = await openSignalling();
      emit({ type: "viewer-changed" });
      assert.equal(entitlements.stateOf(REF).name, "checking");
      await settle();
      assert.equal(entitlements.stateOf(REF).name, "locked");
    });

    it("end with close", async () => {
      const { entitlements, platform, isEnded } = await openSignalling();
      entitlements.close();
      assert.equal(isEnded(), true);
      assert.equal(platform.listenerCount(), 0);
    });
  });

  describe("playback", () => {
    const granted = async (refs: readonly EpisodeRef[]) => ({
      items: refs.map((ref) => ({ ref, state: "granted", via: "coins" }) as const),
      serverNow: new Date(EPOCH).toISOString(),
    });

    it("fetches once for all who ask at once, and commits what came", async () => {
      let fetched = 0;
      const playback = async () => {
        fetched += 1;
        return PLAYBACK;
      };
      const { entitlements } = await openChecked({ check: granted, playback });
      await Promise.all([entitlements.playback(REF), entitlements.playback(REF)]);
      assert.equal(fetched, 1);
      const state = entitlements.stateOf(REF);
      assert.equal(state.name === "granted" && state.playback?.url, PLAYBACK.url);
    });

    it("is fetched ahead for a neighbour that was granted without it", async () => {
      const asked: string[] = [];
      const playback = async ({ episode }: EpisodeRef) => {
        asked.push(episode);
        return PLAYBACK;
      };
      const { entitlements } = await openChecked({ check: granted, playback });
      await entitlements.check([REF], { cause: "swipe", playbackFor: ["e07"] });
      await settle();
      await entitlements.check([REF], { cause: "swipe", playbackFor: ["e07"] });
      await settle();
      assert.deepEqual(asked, ["e07"]);
    });

    it("is not fetched ahead again when there is none", async () => {
      let asked = 0;
      const playback = async () => {
        asked += 1;
        throw new EntitlementError("bad-request", "free episodes have theirs in the manifest");
      };
      const { entitlements } = await openChecked({ check: granted, playback });
      for (let swipe = 0; swipe < 3; swipe += 1) {
        await entitlements.check([REF], { cause: "swipe", playbackFor: ["e07"] });
        await settle();
      }
      assert.equal(asked, 1);
    });

    it("is refused for what is not granted, without asking", async () => {
      const playback = async () => assert.fail("asked");
      const { entitlements } = await openChecked({ playback });
      await assert.rejects(entitlements.playback(REF), { code: "forbidden" });
    });

    it("asks for the truth when the platform refuses it", async () => {
      let isOpen = true;
      const { entitlements } = await openChecked({
        check: async (refs) =>
          isOpen
            ? granted(refs)
            : {
                items: [{ ref: REF, state: "locked", offers: [COINS] }],
                serverNow: new Date(EPOCH).toISOString(),
              },
        playback: async () => {
          throw new EntitlementError("forbidden", "revoked");
        },
      });
      isOpen = false;
      await assert.rejects(entitlements.playback(REF), { code: "forbidden" });
      await settle();
      assert.equal(entitlements.stateOf(REF).name, "locked");
    });

    it("comes with a check where the adapter has no other way", async () => {
      const { entitlements } = await openChecked({
        check: async (refs, { playbackFor }) => ({
          ...(await granted(refs)),
          items: refs.map(
            (ref) =>
              ({
                ref,
                state: "granted",
                via: "coins",
                ...(playbackFor.includes(ref.episode) && { playback: PLAYBACK }),
              }) as const,
          ),
        }),
      });
      assert.equal((await entitlements.playback(REF)).url, PLAYBACK.url);
    });

    it("lets a caller go without ending the request for others", async () => {
      let release = (_playback: Playback) => {};
      const playback = () =>
        new Promise<Playback>((resolve) => {
          release = resolve;
        });
      const { entitlements } = await openChecked({ check: granted, playback });
      const controller = new AbortController();
      const left = entitlements.playback(REF, controller.signal);
      const stays = entitlements.playback(REF);
      await settle();
      controller.abort();
      await assert.rejects(left, { code: "aborted" });
      release(PLAYBACK);
      assert.equal((await stays).url, PLAYBACK.url);
    });
  });

  describe("topUp", () => {
    it("adds coins, forgets the shortfall and brings fresh offers", async () => {
      const { entitlements } = await openChecked({
        unlock: async () => ({ outcome: "declined", reason: "insufficient-funds" }),
        topUp: async () => ({
          outcome: "added",
          wallet: { balances: [{ currency: "COIN", paid: 500, bonus: 0 }], rev: 2 },
        }),
      });
      await entitlements.unlock(REF, COINS);
      const result = await entitlements.topUp(REF, TOP_UP);
      assert.equal(result.outcome, "added");
      assert.equal(entitlements.snapshot.wallet?.balances[0]?.paid, 500);
      assert.deepEqual(entitlements.stateOf(REF), { name: "locked", offers: [COINS] });
    });

    it("repeats a press without an answer with the same key, and an answered one with a new key", async () => {
      const keys: string[] = [];
      const answers: (TopUpResult | undefined)[] = [
        undefined,
        undefined,
        undefined,
        { outcome: "declined", reason: "cancelled" },
      ];
      const { entitlements, platform } = await openChecked({
        topUp: async (_offerId, { idempotencyKey }) => {
          keys.push(idempotencyKey);
          const answer = answers[keys.length - 1];
          if (answer) return answer;
          throw new EntitlementError("offline", "lost", { retryable: true });
        },
      });
      const first = entitlements.topUp(REF, TOP_UP);
      await platform.advance(30_000);
      assert.equal((await first).outcome, "failed");
      assert.equal((await entitlements.topUp(REF, TOP_UP)).outcome, "declined");
      assert.equal(new Set(keys).size, 1);
      void entitlements.topUp(REF, TOP_UP);
      await settle();
      assert.equal(new Set(keys).size, 2);
    });

    it("is declined where the adapter has none", async () => {
      const { entitlements } = await openChecked();
      assert.deepEqual(await entitlements.topUp(REF, TOP_UP), { outcome: "declined", reason: "policy" });
    });
  });

  describe("settleByHost", () => {
    it("asks the backend for the truth until it grants", async () => {
      const { entitlements, platform, backend } = await openChecked();
      const state = entitlements.settleByHost(REF, { outcome: "granted" });
      await platform.advance(1000);
      backend.owned.add("e07");
      await platform.advance(3000);
      const settled = await state;
      assert.equal(settled.name === "granted" && settled.via, "coins");
    });

    it("stays locked when the backend knows nothing of it", async () => {
      const { entitlements, platform, backend } = await openChecked();
      const state = entitlements.settleByHost(REF, { outcome: "granted" });
      await platform.advance(10_000);
      const settled = await state;
      assert.equal(settled.name === "locked" && settled.decline?.reason, "policy");
      assert.equal(backend.calls.length, 6);
    });

    it("takes the page's own media, and no check takes it back", async () => {
      const { entitlements } = await openChecked();
      const state = await entitlements.settleByHost(REF, { outcome: "granted", playback: PLAYBACK });
      assert.equal(state.name === "granted" && state.via, "host");
      await entitlements.check([REF], { cause: "visible", force: true });
      assert.equal(entitlements.stateOf(REF).name, "granted");
      await entitlements.viewerChanged();
      assert.equal(entitlements.stateOf(REF).name, "locked");
    });

    it("refuses hostile media of the page", async () => {
      const { entitlements, platform } = await openChecked();
      const playback = { ...PLAYBACK, url: "javascript:alert(1)" };
      const state = entitlements.settleByHost(REF, { outcome: "granted", playback });
      await platform.advance(10_000);
      assert.equal((await state).name, "locked");
    });

    it("shows the page's words for a no, and nothing for a cancel", async () => {
      const { entitlements } = await openChecked();
      assert.deepEqual(
        await entitlements.settleByHost(REF, { outcome: "declined", message: "Subscribers only." }),
        {
          name: "locked",
          offers: [COINS],
          decline: { reason: "policy", message: "Subscribers only." },
        },
      );
      const before = entitlements.stateOf(REF);
      assert.equal(await entitlements.settleByHost(REF, { outcome: "cancelled" }), before);
    });
  });

  describe("signIn", () => {
    it("calls the adapter inside the gesture and asks again for who signed in", async () => {
      let isCalled = false;
      const { entitlements, backend } = await openChecked({
        signIn: async () => {
          isCalled = true;
          backend.owned.add("e07");
          return "signed-in";
        },
      });
      const done = entitlements.signIn();
      assert.equal(isCalled, true);
      assert.equal(await done, "signed-in");
      assert.equal(entitlements.stateOf(REF).name, "granted");
    });

    it("is unsupported where the adapter has none", async () => {
      assert.equal(await (await openChecked()).entitlements.signIn(), "unsupported");
    });
  });

  it("takes a page's word about the sign-in that it has just carried out for an echo", async () => {
    const { entitlements, backend, platform } = await openChecked({ signIn: async () => "signed-in" });
    await entitlements.signIn();
    const asked = backend.calls.length;
    await entitlements.viewerChanged();
    assert.equal(backend.calls.length, asked);
    await platform.advance(2000);
    await entitlements.viewerChanged();
    assert.equal(backend.calls.length, asked + 1);
  });

  it("passes on what was watched, and nothing of a playback that nobody counts", async () => {
    const reports: object[] = [];
    const { entitlements } = await openChecked({
      watched: async (ref, report) => void reports.push({ ref, ...report }),
    });
    const expiresAt = "2027-01-10T19:00:00Z";
    await entitlements.reportWatched(REF, { session: "s", expiresAt }, 12.7);
    await entitlements.reportWatched(REF, { session: "free" }, 12);
    assert.deepEqual(reports, [{ ref: REF, session: "s", expiresAt, seconds: 12 }]);
    const broken = await openChecked({ watched: () => Promise.reject(new Error("down")) });
    await broken.entitlements.reportWatched(REF, { session: "s", expiresAt }, 1);
  });

  it("shows the history page by page, and says so where there is none", async () => {
    const receipt = { id: "r1", at: "2027-01-10T18:00:00Z", charged: { amount: 30, currency: "COIN" } };
    const pages: (string | undefined)[] = [];
    const { entitlements } = await openChecked({
      receipts: async (before) => {
        pages.push(before);
        return before ? { receipts: [] } : { receipts: [receipt], next: "r1" };
      },
    });
    const page = await entitlements.receipts();
    assert.deepEqual(page, { receipts: [receipt], next: "r1" });
    assert.deepEqual(await entitlements.receipts(page.next), { receipts: [] });
    assert.deepEqual(pages, [undefined, "r1"]);
    const other = await openChecked();
    await assert.rejects(other.entitlements.receipts(), { code: "unsupported" });
  });

  it("does nothing after close", async () => {
    const { entitlements, platform, backend } = await openChecked();
    entitlements.close();
    await entitlements.check([REF], { cause: "retry", force: true });
    await entitlements.unlock(REF, COINS);
    await entitlements.viewerChanged();
    await platform.advance(3_600_000);
    assert.deepEqual(backend.calls, ["check"]);
  });
});
