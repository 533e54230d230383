import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EpisodeRef, Offer, UnlockResult } from "@micro-drama/protocol";
import { createFakeBackend, REF } from "../testing/fake-backend.js";
import { settle } from "../testing/fake-platform.js";
import { openVisit } from "../testing/visit.js";

const NEXT: EpisodeRef = { ...REF, episode: "e08" };
const BUNDLE: Offer = {
  id: "next2",
  kind: "bundle",
  price: { amount: 50, currency: "COIN" },
  episodes: ["e07", "e08"],
  owned: 0,
  rest: false,
};

/** A backend with the bundle, whose answers to unlocks a test gives. */
async function open() {
  const waiting: ((answer: UnlockResult) => void)[] = [];
  const unlock = () => new Promise<UnlockResult>((resolve) => waiting.push(resolve));
  const backend = createFakeBackend({ unlock });
  const visit = openVisit(backend.adapter);
  await visit.entitlements.check([REF, NEXT], { cause: "init" });
  const answer = async (result: UnlockResult) => {
    waiting.shift()?.(result);
    await settle();
  };
  return { ...visit, backend, waiting, answer };
}

const granted: UnlockResult = {
  outcome: "granted",
  items: [REF, NEXT].map((ref) => ({ ref, state: "granted", via: "bundle" })),
  charged: { amount: 50, currency: "COIN" },
  already: false,
};

describe("a bundle under way", () => {
  it("is not joined by a second purchase of one of its episodes", async () => {
    const { entitlements, waiting, answer } = await open();
    const bundle = entitlements.unlock(REF, BUNDLE);
    await settle();
    const single = await entitlements.unlock(NEXT, {
      id: "coins",
      kind: "coins",
      price: { amount: 30, currency: "COIN" },
    });
    assert.equal(single.name, "confirming");
    assert.equal(waiting.length, 1);
    await answer(granted);
    assert.equal((await bundle).name, "granted");
    assert.equal(entitlements.stateOf(NEXT).name, "granted");
  });

  it("brings the offers back everywhere when it is declined", async () => {
    const { entitlements, answer } = await open();
    const bundle = entitlements.unlock(REF, BUNDLE);
    await settle();
    const coins: Offer = { id: "coins", kind: "coins", price: { amount: 30, currency: "COIN" } };
    assert.equal((await entitlements.unlock(NEXT, coins)).name, "confirming");
    await answer({ outcome: "declined", reason: "insufficient-funds" });
    assert.equal((await bundle).name, "locked");
    const state = entitlements.stateOf(NEXT);
    assert.ok(state.name === "locked" && state.decline?.reason === "insufficient-funds");
    assert.equal(state.offers.length, 1);
  });

  it("is one purchase from whichever of its episodes it is bought", async () => {
    const { entitlements, waiting, storage } = await open();
    void entitlements.unlock(REF, BUNDLE);
    await settle();
    void entitlements.unlock(NEXT, BUNDLE);
    await settle();
    assert.equal(waiting.length, 2);
    assert.equal(storage.keys().filter((key) => key.includes("unlock:")).length, 1);
  });
});
