import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { AutoUnlockRule, EntitlementAdapter, EpisodeRef, UnlockRequest } from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { createMemoryAdapter, type MemoryAdapterOptions } from "../memory/index.js";
import { createFakePlatform, settle } from "../testing/fake-platform.js";
import { openVisit } from "../testing/visit.js";
import type { UnlockState } from "../unlock-state.js";
import { selectOffer } from "./auto-unlock.js";

const EPISODES = ["e01", "e02", "e03", "e04", "e05"];
const refOf = (episode: string): EpisodeRef => ({ series: "lantern", episode });
const RULE: AutoUnlockRule = { maxPerEpisode: 30, maxPerVisit: 60 };

/** A visit with a rule in force. */
async function open(
  options: Partial<MemoryAdapterOptions> = {},
  overrides: Partial<EntitlementAdapter> = {},
  rule: AutoUnlockRule | null = RULE,
) {
  const sent: UnlockRequest[] = [];
  const memory = createMemoryAdapter({ episodes: EPISODES, wallet: { paid: 1000 }, ...options });
  const unlock: EntitlementAdapter["unlock"] = (request, ctx) => {
    sent.push(request);
    return memory.unlock(request, ctx);
  };
  const visit = openVisit({ ...memory, unlock, ...overrides });
  await visit.entitlements.check(EPISODES.map(refOf), { cause: "init" });
  if (rule) await visit.entitlements.setAutoUnlock(rule);
  const restOn = async (episode: string, ms: number) => {
    visit.entitlements.rest(refOf(episode));
    await visit.platform.advance(ms);
    return visit.entitlements.stateOf(refOf(episode)).name;
  };
  return { ...visit, sent, restOn, memory };
}

describe("auto-unlock", () => {
  it("buys after one second at rest, not earlier, and says that nobody pressed", async () => {
    const { restOn, sent } = await open();
    assert.equal(await restOn("e01", 999), "locked");
    assert.equal(await restOn("e01", 1), "granted");
    assert.equal(sent[0]?.isAutomatic, true);
    assert.equal(sent[0]?.maxPrice?.amount, 30);
  });

  it("spends no more in a visit than the cap, however many players and series the page has", async () => {
    const memory = createMemoryAdapter({ episodes: EPISODES, wallet: { paid: 1000 } });
    const platform = createFakePlatform();
    const watch = async (episode: string) => {
      const { entitlements } = openVisit(memory, { platform });
      await entitlements.check(EPISODES.map(refOf), { cause: "init" });
      await entitlements.setAutoUnlock(RULE);
      entitlements.rest(refOf(episode));
      await platform.advance(1000);
      return { entitlements, name: entitlements.stateOf(refOf(episode)).name };
    };
    const players = [await watch("e01")];
    players[0]?.entitlements.close();
    for (const episode of ["e02", "e03"]) players.push(await watch(episode));
    assert.deepEqual(
      players.map(({ name }) => name),
      ["granted", "granted", "locked"],
    );
    // Somebody else, with a visit of their own.
    await players[2]?.entitlements.viewerChanged();
    await settle();
    assert.equal((await watch("e04")).name, "granted");
  });

  it("pays with coins only", async () => {
    const state = {
      name: "locked",
      offers: [{ id: "x", kind: "coins", price: { amount: 1, currency: "GEM" } }],
    };
    const purse = { spent: 0, coins: 1000 };
    assert.equal(selectOffer(state as unknown as UnlockState, RULE, purse), undefined);
  });

  it("buys nothing that the viewer flies past, nor after leaving", async () => {
    const { restOn, entitlements, platform, sent } = await open();
    for (const episode of EPISODES) await restOn(episode, 900);
    entitlements.rest(undefined);
    await platform.advance(60_000);
    assert.equal(sent.length, 0);
  });

  it("asks for no rule before somebody rests", async () => {
    let asked = 0;
    const preferences = async () => {
      asked += 1;
      return { autoUnlock: RULE };
    };
    const { restOn } = await open({}, { preferences }, null);
    await restOn("e01", 999);
    await restOn("e02", 999);
    assert.equal(asked, 0);
    await restOn("e02", 1);
    assert.equal(asked, 1);
  });

  it("stops at the cap of the visit", async () => {
    const { restOn, sent } = await open();
    for (const episode of EPISODES) await restOn(episode, 2000);
    assert.equal(sent.length, 2);
  });

  it("buys nothing dearer than the cap of an episode", async () => {
    const { restOn, sent } = await open({ price: 31 });
    await restOn("e01", 5000);
    assert.equal(sent.length, 0);
  });

  it("spends no more than there is, and nothing when the purse is not known", async () => {
    const poor = await open({ wallet: { paid: 29 } });
    await poor.restOn("e01", 5000);
    const memory = createMemoryAdapter({ episodes: EPISODES });
    const unknown = await open(
      {},
      {
        check: async (refs, ctx) => {
          const { wallet: _wallet, ...rest } = (await memory.check(refs, ctx)) as {
            readonly wallet?: object;
          };
          return rest as never;
        },
      },
    );
    await unknown.restOn("e01", 5000);
    assert.equal(poor.sent.length + unknown.sent.length, 0);
  });

  it("does nothing without a rule, and nothing after its end", async () => {
    const never = await open({}, {}, null);
    await never.restOn("e01", 5000);
    const ended = await open();
    await ended.entitlements.setAutoUnlock(null);
    await ended.restOn("e01", 5000);
    assert.equal(never.sent.length + ended.sent.length, 0);
  });

  it("tries once: after a no the viewer decides", async () => {
    const sent: string[] = [];
    const { restOn } = await open(
      {},
      {
        unlock: async (_request, { idempotencyKey }) => {
          sent.push(idempotencyKey);
          return { outcome: "declined", reason: "policy" };
        },
      },
    );
    await restOn("e01", 5000);
    await restOn("e02", 100);
    await restOn("e01", 5000);
    assert.equal(new Set(sent).size, 1);
  });

  it("counts what has no answer against the cap: the money may have moved", async () => {
    const sent: string[] = [];
    const { restOn, platform } = await open(
      {},
      {
        unlock: async ({ refs }) => {
          sent.push(refs[0]?.episode ?? "");
          throw new EntitlementError("bad-response", "cut off");
        },
        reconcile: () => Promise.reject(new EntitlementError("offline", "gone")),
      },
    );
    for (const episode of EPISODES) await restOn(episode, 20_000);
    await platform.advance(60_000);
    assert.deepEqual(new Set(sent), new Set(["e01", "e02"]));
  });

  it("takes up the rule that the platform keeps, and follows it when it is stricter", async () => {
    const kept: (AutoUnlockRule | null)[] = [];
    const { restOn, entitlements, sent } = await open(
      {},
      {
        preferences: async () => ({ autoUnlock: RULE }),
        setPreferences: async ({ autoUnlock }) => {
          kept.push(autoUnlock);
          return { autoUnlock: { maxPerEpisode: 500, maxPerVisit: 40 } };
        },
      },
      null,
    );
    assert.equal(await restOn("e01", 1000), "granted");
    assert.deepEqual(entitlements.snapshot.autoUnlock, RULE);
    const rule = await entitlements.setAutoUnlock({ maxPerEpisode: 50, maxPerVisit: 500 });
    assert.deepEqual(rule, { maxPerEpisode: 50, maxPerVisit: 40 });
    await restOn("e02", 5000);
    assert.equal(sent.length, 1, "30 of 40 coins are spent");
    assert.equal(kept.length, 1);
  });

  it("spends nothing by a rule that the platform could not keep", async () => {
    const { restOn, sent } = await open({}, { setPreferences: () => Promise.reject(new Error("down")) });
    await restOn("e01", 5000);
    assert.equal(sent.length, 0);
  });

  it("belongs to one viewer", async () => {
    const { entitlements, restOn, sent } = await open();
    await entitlements.viewerChanged();
    await settle();
    await restOn("e01", 5000);
    assert.equal(sent.length, 0);
  });
});
