import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EpisodeRef, Offer } from "@micro-drama/protocol";
import fc from "fast-check";
import { EPOCH } from "../testing/fake-backend.js";
import { settle } from "../testing/fake-platform.js";
import { openVisit } from "../testing/visit.js";
import type { UnlockState } from "../unlock-state.js";
import { createMemoryAdapter } from "./create-memory-adapter.js";
import type { MemoryAdapterOptions } from "./options.js";

const EPISODES = ["e01", "e02", "e03", "e04"];
const refOf = (episode: string): EpisodeRef => ({ series: "lantern", episode });
const E02 = refOf("e02");

/** A visit to the platform, everything asked for once. */
async function open(options: Partial<MemoryAdapterOptions> = {}) {
  const clock = { now: EPOCH };
  const adapter = createMemoryAdapter({
    episodes: EPISODES,
    free: ["e01"],
    now: () => clock.now,
    ...options,
  });
  const visit = openVisit(adapter);
  await visit.entitlements.check(EPISODES.map(refOf), { cause: "init" });
  const { entitlements } = visit;
  const offer = (ref: EpisodeRef, kind: Offer["kind"], id?: string): Offer => {
    const state = entitlements.stateOf(ref);
    const found =
      state.name === "locked" &&
      state.offers.find((one) => one.kind === kind && (id === undefined || one.id === id));
    return found || assert.fail(`${ref.episode} is ${state.name} and has no "${kind}"`);
  };
  const coins = () => entitlements.snapshot.wallet?.balances[0];
  return { ...visit, platform: adapter.platform, adapter, clock, offer, coins };
}

const declineOf = (state: UnlockState) => (state.name === "locked" ? state.decline?.reason : undefined);

describe("createMemoryAdapter", () => {
  it("spends bonus coins first, then paid ones, and says so on the receipt", async () => {
    const { entitlements, platform, offer, coins } = await open({ wallet: { paid: 50, bonus: 20 } });
    assert.equal((await entitlements.unlock(E02, offer(E02, "coins"))).name, "granted");
    assert.deepEqual(coins(), { currency: "COIN", paid: 40, bonus: 0 });
    const [receipt] = platform.receipts;
    assert.deepEqual(receipt?.spent, { paid: 10, bonus: 20 });
    assert.deepEqual(receipt?.refs, [E02]);
  });

  it("sells the next few and all the rest at a discount, those owned left out", async () => {
    const { entitlements, offer, coins } = await open({
      bundle: { next: 2, rest: true },
      wallet: { bonus: 100 },
    });
    const rest = offer(E02, "bundle", "rest");
    assert.ok(rest.kind === "bundle");
    assert.deepEqual([rest.episodes, rest.price.amount], [["e02", "e03", "e04"], 72]);
    await entitlements.unlock(E02, offer(E02, "bundle", "next"));
    assert.equal(entitlements.stateOf(refOf("e03")).name, "granted");
    assert.equal(entitlements.stateOf(refOf("e04")).name, "locked");
    assert.equal(coins()?.bonus, 52);
  });

  it("says how much is missing, and sells after a top-up", async () => {
    const { entitlements, offer } = await open({ wallet: { bonus: 10 } });
    const state = await entitlements.unlock(E02, offer(E02, "coins"));
    assert.ok(state.name === "locked" && state.decline?.shortfall?.amount === 20);
    assert.equal((await entitlements.topUp(E02, offer(E02, "topup"))).outcome, "added");
    assert.equal((await entitlements.unlock(E02, offer(E02, "coins"))).name, "granted");
  });

  it("opens an episode whose time has come, by its own clock, not a moment earlier", async () => {
    const at = new Date(EPOCH + 60_000).toISOString();
    const { entitlements, offer, clock } = await open({ waits: { e02: at } });
    const state = await entitlements.unlock(E02, offer(E02, "wait"));
    assert.ok(state.name === "locked" && state.decline?.reason === "not-yet");
    assert.equal(state.decline.availableAt, at);
    clock.now += 60_000;
    assert.equal((await entitlements.unlock(E02, offer(E02, "wait"))).name, "granted");
  });

  it("takes a code once", async () => {
    const { entitlements, offer } = await open({ codes: ["GIFT"] });
    const wrong = await entitlements.unlock(E02, offer(E02, "code"), { code: "NO" });
    assert.equal(declineOf(wrong), "policy");
    assert.equal((await entitlements.unlock(E02, offer(E02, "code"), { code: "GIFT" })).name, "granted");
    const ref = refOf("e03");
    assert.equal(declineOf(await entitlements.unlock(ref, offer(ref, "code"), { code: "GIFT" })), "policy");
  });

  it("opens everything for a plan, and closes it when the plan ends", async () => {
    const { entitlements, offer, clock } = await open({ subscription: { days: 7 } });
    const state = await entitlements.unlock(E02, offer(E02, "subscription"));
    assert.ok(state.name === "granted" && state.via === "subscription" && state.until !== undefined);
    clock.now += 7 * 24 * 3600 * 1000;
    await entitlements.check([E02], { cause: "visible", force: true });
    assert.equal(entitlements.stateOf(E02).name, "locked");
  });

  it("gives a refund back into the buckets it came from, once, and closes the episode", async () => {
    const { entitlements, platform, offer, coins } = await open({ wallet: { paid: 50, bonus: 20 } });
    await entitlements.unlock(E02, offer(E02, "coins"));
    const id = platform.receipts[0]?.id ?? "";
    assert.equal(platform.refund(id), true);
    assert.equal(platform.refund(id), false);
    await settle();
    assert.equal(entitlements.stateOf(E02).name, "locked");
    assert.deepEqual(coins(), { currency: "COIN", paid: 50, bonus: 20 });
    assert.equal((await entitlements.unlock(E02, offer(E02, "coins"))).name, "granted", "buying again works");
  });

  it("revokes and gives", async () => {
    const { entitlements, platform, offer } = await open();
    await entitlements.unlock(E02, offer(E02, "coins"));
    platform.revoke(E02);
    await settle();
    assert.equal(entitlements.stateOf(E02).name, "locked");
    platform.gift(E02);
    await settle();
    const state = entitlements.stateOf(E02);
    assert.ok(state.name === "granted" && state.via === "gift");
  });

  it("releases media with a grant only", async () => {
    const source = ({ episode }: EpisodeRef) => ({
      type: "hls" as const,
      url: `https://media.example.com/${episode}`,
    });
    const { entitlements, adapter, offer } = await open({ source });
    const ctx = { signal: new AbortController().signal, attempt: 1, cause: "init", locale: "en" } as const;
    await assert.rejects(async () => adapter.playback?.(E02, ctx), { code: "forbidden" });
    await entitlements.unlock(E02, offer(E02, "coins"));
    assert.equal((await entitlements.playback(E02)).url, "https://media.example.com/e02");
  });

  it("loses no coin and pays no episode twice, whatever is done in whatever order", async () => {
    const step = fc.record({
      episode: fc.constantFrom(...EPISODES.slice(1)),
      offerId: fc.constantFrom("coins", "next", "rest"),
      key: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      after: fc.constantFrom("nothing", "refund", "revoke"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const adapter = createMemoryAdapter({
          episodes: EPISODES,
          free: ["e01"],
          bundle: { next: 2, rest: true },
          wallet: { paid: 60, bonus: 60 },
        });
        const ctx = {
          signal: new AbortController().signal,
          attempt: 1,
          cause: "init",
          locale: "en",
        } as const;
        for (const { episode, offerId, key, after } of steps) {
          const refs = (offerId === "coins" ? [episode] : EPISODES.slice(EPISODES.indexOf(episode))).map(
            refOf,
          );
          await adapter.unlock({ refs, offerId }, { ...ctx, idempotencyKey: key }).catch(() => {});
          if (after === "refund") adapter.platform.refund(adapter.platform.receipts[0]?.id ?? "");
          if (after === "revoke") adapter.platform.revoke(refOf(episode));
          const held = (await adapter.wallet?.(ctx))?.balances[0];
          const spent = adapter.platform.receipts.reduce(
            (sum, { kind, charged }) => sum + (kind === "refund" ? -charged.amount : charged.amount),
            0,
          );
          assert.ok(held && held.paid >= 0 && held.bonus >= 0);
          assert.equal(held.paid + held.bonus + spent, 120);
        }
      }),
    );
  });
});
