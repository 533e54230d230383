import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type {
  EntitlementAdapter,
  EntitlementErrorCode,
  Offer,
  UnlockRequest,
  UnlockResult,
} from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { COINS, createFakeBackend, EPOCH, REF } from "../testing/fake-backend.js";
import { settle } from "../testing/fake-platform.js";
import { openVisit } from "../testing/visit.js";
import type { UnlockState } from "../unlock-state.js";

const STORED = "micro-drama:1:fake:unlock:lantern/e07";
type Unlock = EntitlementAdapter["unlock"];

/** A platform that cannot even say what became of a key. */
const SILENT: Partial<EntitlementAdapter> = { reconcile: () => new Promise(() => {}) };

/** A page on which the episode is known to be locked. */
async function openLocked(unlock?: (honest: Unlock) => Unlock, overrides: Partial<EntitlementAdapter> = {}) {
  const backend = createFakeBackend(overrides);
  const adapter = { ...backend.adapter, ...(unlock && { unlock: unlock(backend.adapter.unlock) }) };
  const visit = openVisit(adapter);
  await visit.entitlements.check([REF], { cause: "init" });
  return { ...visit, backend };
}

/** Follows a promise to its state while time passes. */
async function after(visit: Awaited<ReturnType<typeof openLocked>>, ms: number, state: Promise<UnlockState>) {
  await visit.platform.advance(ms);
  return state;
}

describe("unlock", () => {
  it("opens the episode and says what it cost", async () => {
    const { entitlements } = await openLocked();
    const state = await entitlements.unlock(REF, COINS);
    assert.deepEqual(state, { name: "granted", via: "coins", charged: { amount: 30, currency: "COIN" } });
    assert.equal(entitlements.stateOf(REF), state);
  });

  it("writes the key with its request before anything is sent, and removes it with the answer", async () => {
    let stored: string | null = null;
    const visit = await openLocked((honest) => (request, ctx) => {
      stored = visit.storage.get(STORED);
      return honest(request, ctx);
    });
    assert.deepEqual(visit.storage.keys(), []);
    await visit.entitlements.unlock(REF, COINS);
    const { key, request, at } = JSON.parse(stored ?? "{}") as Record<string, unknown>;
    assert.deepEqual([key], visit.backend.keys);
    assert.deepEqual(request, {
      refs: [REF],
      offerId: "coins",
      maxPrice: COINS.kind === "coins" && COINS.price,
    });
    assert.equal(at, EPOCH);
    assert.deepEqual(visit.storage.keys(), []);
  });

  it("sends the price signature of the answer in which the offer stood", async () => {
    const requests: UnlockRequest[] = [];
    const quote = { value: "signed", expiresAt: "2027-01-11T00:00:00Z" };
    const backend = createFakeBackend();
    const { entitlements } = openVisit({
      ...backend.adapter,
      check: async (refs, ctx) => ({ ...(await backend.adapter.check(refs, ctx)), quote }) as never,
      unlock: (request, ctx) => {
        requests.push(request);
        return backend.adapter.unlock(request, ctx);
      },
    });
    await entitlements.check([REF], { cause: "init" });
    await entitlements.unlock(REF, COINS);
    assert.equal(requests[0]?.quote, "signed");
  });

  it("is one flight for a double click", async () => {
    const { entitlements, backend } = await openLocked();
    const [first, second] = await Promise.all([
      entitlements.unlock(REF, COINS),
      entitlements.unlock(REF, COINS),
    ]);
    assert.equal(first, second);
    assert.equal(backend.keys.length, 1);
  });

  it("tries a lost answer again with the same key, and pays once", async () => {
    let lost = 0;
    const visit = await openLocked((honest) => async (request, ctx) => {
      const answer = await honest(request, ctx);
      lost += 1;
      if (lost < 3) throw new EntitlementError("offline", "the answer was lost", { retryable: true });
      return answer;
    });
    const state = await after(visit, 30_000, visit.entitlements.unlock(REF, COINS));
    assert.equal(state.name, "granted");
    assert.equal(visit.backend.keys.length, 3);
    assert.equal(new Set(visit.backend.keys).size, 1);
    assert.equal(visit.backend.charged.size, 1);
  });

  it("spends at most five tries, then goes on confirming and offers nothing", async () => {
    const visit = await openLocked(
      () => async () => {
        throw new EntitlementError("offline", "down", { retryable: true });
      },
      SILENT,
    );
    const state = await after(visit, 30_000, visit.entitlements.unlock(REF, COINS));
    assert.equal(state.name, "confirming");
    assert.ok(visit.storage.get(STORED));
    assert.equal(visit.logged.filter((line) => /try \d failed/.test(line)).length, 5);
  });

  it("says «confirming» after one deadline of an adapter that hangs", async () => {
    let tries = 0;
    const visit = await openLocked(
      () => () => {
        tries += 1;
        return new Promise(() => {});
      },
      SILENT,
    );
    const state = visit.entitlements.unlock(REF, COINS);
    await visit.platform.advance(9999);
    assert.equal(tries, 1);
    assert.equal(visit.entitlements.stateOf(REF).name, "unlocking");
    assert.equal((await after(visit, 1, state)).name, "confirming");
    assert.equal(tries, 1);
  });

  for (const answer of [undefined, null, 7, "granted", {}, { outcome: "yes" }, { outcome: "granted" }])
    it(`takes ${JSON.stringify(answer)} for no answer`, async () => {
      const visit = await openLocked(() => async () => answer as UnlockResult);
      assert.equal((await after(visit, 30_000, visit.entitlements.unlock(REF, COINS))).name, "confirming");
    });

  it("does not open an episode for an empty 'granted', but asks whether it is", async () => {
    const empty = { outcome: "granted", items: [], charged: null, already: false } as const;
    const visit = await openLocked(() => async () => empty);
    const state = await after(visit, 10_000, visit.entitlements.unlock(REF, COINS));
    assert.equal(state.name === "locked" && state.decline?.reason, "policy");
    assert.equal(visit.backend.calls.filter((call) => call === "check").length, 6);
    visit.backend.owned.add("e07");
    assert.equal((await after(visit, 10_000, visit.entitlements.unlock(REF, COINS))).name, "granted");
  });

  it("never opens what was not asked for", async () => {
    const other = { series: "lantern", episode: "e08" };
    const visit = await openLocked(() => async () => {
      throw new Error("broken");
    });
    await after(visit, 30_000, visit.entitlements.unlock(REF, COINS));
    assert.equal(visit.entitlements.stateOf(other).name, "unknown");
  });

  describe("declined", () => {
    it("returns to fresh offers with the reason, and a new attempt has a new key", async () => {
      const shortfall = { amount: 5, currency: "COIN" };
      const fresh: Offer[] = [{ id: "topup", kind: "topup", action: { type: "adapter" } }, COINS];
      let isPoor = true;
      const visit = await openLocked((honest) => async (request, ctx) => {
        const answer = await honest(request, ctx);
        return isPoor
          ? { outcome: "declined", reason: "insufficient-funds", shortfall, offers: fresh }
          : answer;
      });
      const state = await visit.entitlements.unlock(REF, COINS);
      assert.deepEqual(state, {
        name: "locked",
        offers: fresh,
        decline: { reason: "insufficient-funds", shortfall },
      });
      assert.deepEqual(visit.storage.keys(), []);
      isPoor = false;
      await visit.entitlements.unlock(REF, COINS);
      assert.equal(new Set(visit.backend.keys).size, 2);
    });

    it("shows a changed price and asks with the new signature", async () => {
      const quotes: (string | undefined)[] = [];
      const offer: Offer = { id: "coins", kind: "coins", price: { amount: 40, currency: "COIN" } };
      const quote = { value: "new", expiresAt: "2027-01-11T00:00:00Z" };
      const visit = await openLocked(() => async (request) => {
        quotes.push(request.quote);
        return { outcome: "declined", reason: "price-changed", offers: [offer], quote };
      });
      const state = await visit.entitlements.unlock(REF, COINS);
      assert.deepEqual(state, { name: "locked", offers: [offer], decline: { reason: "price-changed" } });
      await visit.entitlements.unlock(REF, offer);
      assert.deepEqual(quotes, [undefined, "new"]);
    });

    const refusals: readonly [EntitlementErrorCode, string][] = [
      ["auth-required", "sign-in-required"],
      ["auth-expired", "sign-in-required"],
      ["forbidden", "policy"],
      ["bad-request", "policy"],
      ["not-found", "policy"],
      ["rate-limited", "limit-reached"],
    ];
    for (const [code, reason] of refusals)
      it(`reads "${code}" as a plain no`, async () => {
        const visit = await openLocked(() => async () => {
          throw new EntitlementError(code, "no");
        });
        const state = await visit.entitlements.unlock(REF, COINS);
        assert.equal(state.name === "locked" && state.decline?.reason, reason);
        assert.deepEqual(visit.storage.keys(), []);
      });

    for (const [code, reason] of refusals)
      it(`finds what was paid for when the browser repeated the request by itself and "${code}" came back`, async () => {
        const visit = await openLocked((honest) => async (request, ctx) => {
          await honest(request, ctx);
          throw new EntitlementError(code, reason);
        });
        const state = await visit.entitlements.unlock(REF, COINS);
        assert.equal(state.name, "granted");
        assert.equal(visit.backend.charged.size, 1);
        assert.deepEqual(visit.storage.keys(), []);
      });

    it("reads it as a no where the platform does not answer about the key either", async () => {
      const refuse = async () => {
        throw new EntitlementError("auth-expired", "no");
      };
      const visit = await openLocked(() => refuse, { reconcile: refuse });
      const state = await visit.entitlements.unlock(REF, COINS);
      assert.equal(state.name === "locked" && state.decline?.reason, "sign-in-required");
    });

    it("does not read a refusal as a no when an earlier try may have arrived", async () => {
      let tries = 0;
      const visit = await openLocked(() => async () => {
        tries += 1;
        throw new EntitlementError(tries === 1 ? "timeout" : "auth-expired", "hm", { retryable: true });
      });
      assert.equal((await after(visit, 5000, visit.entitlements.unlock(REF, COINS))).name, "confirming");
    });

    it("waits as long as a busy platform asks for", async () => {
      let tries = 0;
      const visit = await openLocked((honest) => (request, ctx) => {
        tries += 1;
        if (tries > 1) return honest(request, ctx);
        throw new EntitlementError("rate-limited", "busy", { retryable: true, retryAfterMs: 12_000 });
      });
      const state = visit.entitlements.unlock(REF, COINS);
      await visit.platform.advance(11_999);
      assert.equal(tries, 1);
      assert.equal((await after(visit, 1, state)).name, "granted");
    });
  });

  it("is back at the offers, with a word of comfort, when nothing could be sent", async () => {
    const visit = await openLocked(() => async () => ({ outcome: "unknown", sent: false }));
    const state = await after(visit, 30_000, visit.entitlements.unlock(REF, COINS));
    assert.equal(state.name === "locked" && state.failure?.code, "never-arrived");
    assert.deepEqual(state.name === "locked" && state.offers, [COINS]);
    assert.deepEqual(visit.storage.keys(), []);
  });

  it("says that nothing was charged for what was owned already", async () => {
    const visit = await openLocked();
    visit.backend.owned.add("e07");
    const state = await visit.entitlements.unlock(REF, COINS);
    assert.equal(state.name === "granted" && state.charged, null);
  });

  it("buys a bundle with one key and opens all of it", async () => {
    const bundle: Offer = {
      id: "rest",
      kind: "bundle",
      price: { amount: 90, currency: "COIN" },
      episodes: ["e08", "e07", "e09"],
      owned: 0,
      rest: true,
    };
    const visit = await openLocked();
    await visit.entitlements.unlock(REF, bundle);
    assert.equal(visit.backend.keys.length, 1);
    for (const episode of ["e07", "e08", "e09"])
      assert.equal(visit.backend.owned.has(episode), true, episode);
    assert.equal(visit.entitlements.stateOf({ series: "lantern", episode: "e09" }).name, "granted");
  });

  it("sends a typed code as evidence", async () => {
    const seen: unknown[] = [];
    const visit = await openLocked((honest) => (request, ctx) => {
      seen.push(request.evidence);
      return honest(request, ctx);
    });
    await visit.entitlements.unlock(REF, { id: "gift", kind: "code" }, { code: "LANTERN-1" });
    assert.deepEqual(seen, [{ code: "LANTERN-1" }]);
  });

  it("does nothing where there is nothing to unlock", async () => {
    const visit = await openLocked();
    const unknown = { series: "lantern", episode: "e99" };
    assert.equal((await visit.entitlements.unlock(unknown, COINS)).name, "unknown");
    assert.equal(
      (await visit.entitlements.unlock(REF, { id: "t", kind: "topup", action: { type: "adapter" } })).name,
      "locked",
    );
    assert.deepEqual(visit.backend.keys, []);
    assert.deepEqual(visit.storage.keys(), []);
  });

  it("works where storage throws", async () => {
    const backend = createFakeBackend();
    const storage = new Proxy({} as never, {
      get: () => () => {
        throw new Error("SecurityError");
      },
    });
    const { entitlements } = openVisit(backend.adapter, { storage });
    await entitlements.check([REF], { cause: "init" });
    assert.equal((await entitlements.unlock(REF, COINS)).name, "granted");
  });

  it("ignores the check of a neighbour that calls the episode locked meanwhile", async () => {
    let release = () => {};
    const visit = await openLocked((honest) => async (request, ctx) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return honest(request, ctx);
    });
    const state = visit.entitlements.unlock(REF, COINS);
    await settle();
    await visit.entitlements.check([REF], { cause: "swipe", force: true });
    assert.equal(visit.entitlements.stateOf(REF).name, "unlocking");
    release();
    assert.equal((await state).name, "granted");
  });
});
