import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EntitlementAdapter } from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { createRetryBudget } from "./retry-budget.js";
import { createFakeBackend } from "./testing/fake-backend.js";
import { createFakePlatform } from "./testing/fake-platform.js";
import { openVisit } from "./testing/visit.js";

describe("createRetryBudget", () => {
  it("gives ten at once and then one a second", () => {
    const budget = createRetryBudget();
    const takeAll = (now: number) =>
      Array.from({ length: 20 }, () => budget.take(now)).filter(Boolean).length;
    assert.equal(takeAll(5000), 10);
    assert.equal(takeAll(5999), 0);
    assert.equal(takeAll(6000), 1);
    assert.equal(takeAll(9000), 3);
    assert.equal(takeAll(3_600_000), 10);
  });
});

describe("a page with a hundred episodes and a dead backend", () => {
  const refs = Array.from({ length: 100 }, (_, index) => ({ series: "lantern", episode: `e${index}` }));
  const down = async (): Promise<never> => {
    throw new EntitlementError("offline", "down", { retryable: true });
  };

  /** Everything is owned, and no media can be had. */
  async function openOwned(overrides: Partial<EntitlementAdapter>, platform = createFakePlatform()) {
    const backend = createFakeBackend(overrides);
    for (const { episode } of refs) backend.owned.add(episode);
    const visit = openVisit(backend.adapter, { platform });
    await visit.entitlements.check(refs, { cause: "init" });
    return visit;
  }

  it("repeats no more than its budget, whichever episode it is about", async () => {
    let asked = 0;
    const playback = () => {
      asked += 1;
      return down();
    };
    const { entitlements, platform } = await openOwned({ playback });
    for (const ref of refs) entitlements.playback(ref).catch(() => {});
    await platform.advance(20_000);
    assert.equal(asked, refs.length + 10);
  });

  it("shares the budget between the players of the page", async () => {
    let asked = 0;
    const playback = () => {
      asked += 1;
      return down();
    };
    const platform = createFakePlatform();
    for (const { entitlements } of [
      await openOwned({ playback }, platform),
      await openOwned({ playback }, platform),
    ])
      for (const ref of refs) entitlements.playback(ref).catch(() => {});
    await platform.advance(20_000);
    assert.equal(asked, 2 * refs.length + 10);
  });

  it("asks about its open purchases once a second, and in the end about all of them", async () => {
    const questions: string[] = [];
    let isDown = true;
    const backend = createFakeBackend();
    const { entitlements, platform, storage } = openVisit({
      ...backend.adapter,
      async unlock(request, ctx) {
        await backend.adapter.unlock(request, ctx);
        return down();
      },
      async reconcile(key, ctx) {
        questions.push(key);
        return isDown ? down() : ((await backend.adapter.reconcile?.(key, ctx)) ?? down());
      },
    });
    await entitlements.check(refs, { cause: "init" });
    for (const ref of refs) void entitlements.unlock(ref, { id: "coins", kind: "coins", price: PRICE });
    await platform.advance(30_000);
    const before = questions.length;
    await platform.advance(60_000);
    assert.ok(questions.length - before <= 61, `${questions.length - before} questions in a minute`);
    isDown = false;
    await platform.advance(300_000);
    assert.deepEqual(storage.keys(), []);
    assert.equal(new Set(questions).size, refs.length);
  });
});

const PRICE = { amount: 30, currency: "COIN" };
