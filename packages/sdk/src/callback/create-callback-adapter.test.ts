import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { COINS } from "../testing/fake-backend.js";
import { openVisit } from "../testing/visit.js";
import { type CallbackAdapterOptions, createCallbackAdapter } from "./create-callback-adapter.js";

const REF = { series: "lantern", episode: "e07" };
const NEXT = { series: "lantern", episode: "e08" };
const MEDIA = { type: "mp4", url: "https://m.example/e07.mp4" } as const;

async function open(options: CallbackAdapterOptions) {
  const visit = openVisit(createCallbackAdapter(options));
  await visit.entitlements.check([REF, NEXT], { cause: "init" });
  return { ...visit, state: visit.entitlements.stateOf(REF) };
}

describe("createCallbackAdapter", () => {
  it("takes one answer for all episodes", async () => {
    const yes = await open({ check: () => true });
    assert.deepEqual(yes.state, { name: "granted", via: "host" });
    assert.equal(yes.entitlements.stateOf(NEXT).name, "granted");
    const no = await open({ check: async () => false });
    assert.deepEqual(no.state, { name: "locked", offers: [] });
  });

  it("takes an answer per episode, and locks those left out", async () => {
    const { state, entitlements } = await open({
      check: () => ({ e07: { granted: true, until: "2027-01-11T00:00:00Z", playback: MEDIA } }),
    });
    assert.ok(state.name === "granted");
    assert.equal(state.playback?.url, MEDIA.url);
    assert.equal(state.until, "2027-01-11T00:00:00Z");
    assert.equal(entitlements.stateOf(NEXT).name, "locked");
  });

  it("shows the page's offers and its log-in", async () => {
    const { state, entitlements } = await open({
      check: () => ({ e07: { granted: false, offers: [COINS] }, e08: { granted: false, isSignedOut: true } }),
    });
    assert.deepEqual(state, { name: "locked", offers: [COINS] });
    assert.deepEqual(entitlements.stateOf(NEXT), { name: "signed-out", offers: [] });
  });

  for (const answer of [
    undefined,
    null,
    "yes",
    1,
    [],
    { e07: "yes" },
    { e07: { granted: "true" } },
    { e07: null },
  ])
    it(`does not take ${JSON.stringify(answer)} for a grant`, async () => {
      const { state } = await open({ check: () => answer as never });
      assert.notEqual(state.name, "granted");
    });

  it("opens an episode through the page's unlock", async () => {
    const calls: unknown[] = [];
    const { entitlements, state } = await open({
      check: () => false,
      unlock: async (ref, offerId, { idempotencyKey }) => {
        calls.push([ref, offerId, idempotencyKey.length]);
        return true;
      },
      playback: () => MEDIA,
    });
    assert.ok(state.name === "locked" && state.offers[0]);
    const opened = await entitlements.unlock(REF, state.offers[0]);
    assert.equal(opened.name === "granted" && opened.via, "host");
    assert.deepEqual(calls, [[REF, "open", 36]]);
    assert.equal((await entitlements.playback(REF)).url, MEDIA.url);
  });

  it("passes on why the page declined", async () => {
    const { entitlements } = await open({
      check: () => ({ e07: { granted: false, offers: [COINS] } }),
      unlock: async () => ({ declined: "insufficient-funds" }),
    });
    const state = await entitlements.unlock(REF, COINS);
    assert.equal(state.name === "locked" && state.decline?.reason, "insufficient-funds");
  });

  it("opens the page's log-in and asks again", async () => {
    let isIn = false;
    const { entitlements } = await open({
      check: () => isIn,
      signIn: async () => {
        isIn = true;
        return true;
      },
    });
    assert.equal(await entitlements.signIn(), "signed-in");
    assert.equal(entitlements.stateOf(REF).name, "granted");
  });
});
