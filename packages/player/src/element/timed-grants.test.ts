import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Playback } from "@micro-drama/protocol";
import type { Entitlements, EntitlementsSnapshot, UnlockState } from "@micro-drama/sdk";
import { freshPlayback, holdTimedGrants } from "./timed-grants.js";

const NOON = Date.parse("2027-01-01T12:00:00Z");
const PLAYBACK: Playback = { url: "https://m/e07.m3u8", type: "hls", session: "s", captions: [] };

const granted = (until: string | undefined, playback?: Playback): UnlockState => ({
  ...{ name: "granted", via: "coins" },
  ...(until ? { until } : {}),
  ...(playback ? { playback } : {}),
});
const snapshot = (state: UnlockState): EntitlementsSnapshot => ({
  states: new Map([["s/e07", state]]),
  status: "ready",
});
const shownAfter = (former: UnlockState, next: UnlockState, now = NOON): UnlockState | undefined =>
  holdTimedGrants(snapshot(former), snapshot(next), now).states.get("s/e07");

describe("holdTimedGrants", () => {
  const ended = granted("2027-01-01T12:00:00Z", PLAYBACK);
  const lasting = granted("2027-01-01T13:00:00Z", PLAYBACK);

  it("keeps a grant whose time is over while it is asked about", () => {
    assert.equal(shownAfter(ended, { name: "checking" }), ended);
  });

  it("ends it with the answer", () => {
    const locked: UnlockState = { name: "locked", offers: [] };
    assert.equal(shownAfter(ended, locked), locked);
    const failed: UnlockState = { name: "failed", failure: { code: "x", message: "x", retryable: true } };
    assert.equal(shownAfter(ended, failed), failed);
  });

  it("goes on with the media it has when the renewed grant brings none", () => {
    assert.deepEqual(shownAfter(ended, granted("2027-01-01T13:00:00Z")), lasting);
  });

  it("takes the media of the renewed grant", () => {
    const fresh = granted("2027-01-01T13:00:00Z", { ...PLAYBACK, url: "https://m/fresh.m3u8" });
    assert.equal(shownAfter(ended, fresh), fresh);
  });

  it("keeps nothing of a right that was taken away, or belongs to another viewer", () => {
    assert.deepEqual(shownAfter(lasting, { name: "checking" }), { name: "checking" });
    assert.deepEqual(shownAfter(granted(undefined, PLAYBACK), { name: "checking" }), { name: "checking" });
  });

  it("opens nothing that was not granted", () => {
    assert.deepEqual(shownAfter({ name: "checking" }, { name: "checking" }), { name: "checking" });
    assert.deepEqual(shownAfter({ name: "locked", offers: [] }, granted("2027-01-01T13:00:00Z")), {
      ...granted("2027-01-01T13:00:00Z"),
    });
  });
});

/** An SDK that knows one episode; `become` is the platform's answer. */
function createSdk(state: UnlockState) {
  const listeners = new Set<() => void>();
  const sdk = {
    listeners,
    asked: 0,
    become(next: UnlockState): void {
      state = next;
      for (const listener of listeners) listener();
    },
    stateOf: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    playback: async () => {
      sdk.asked += 1;
      return PLAYBACK;
    },
  };
  return sdk;
}

describe("freshPlayback", () => {
  const ref = { series: "s", episode: "e07" };
  const begin = (sdk: ReturnType<typeof createSdk>, signal = new AbortController().signal) =>
    freshPlayback(sdk as unknown as Entitlements, ref, signal);

  it("asks at once while the right is known", async () => {
    const sdk = createSdk(granted(undefined));
    assert.equal(await begin(sdk), PLAYBACK);
    assert.equal(sdk.listeners.size, 0);
  });

  it("waits for the answer about a right that has ended", async () => {
    const sdk = createSdk({ name: "checking" });
    const playback = begin(sdk);
    await Promise.resolve();
    assert.equal(sdk.asked, 0);
    sdk.become(granted("2027-01-01T13:00:00Z"));
    assert.equal(await playback, PLAYBACK);
    assert.deepEqual([sdk.asked, sdk.listeners.size], [1, 0]);
  });

  it("stops waiting when the media is not wanted any more", async () => {
    const ending = new AbortController();
    const sdk = createSdk({ name: "checking" });
    const playback = begin(sdk, ending.signal);
    ending.abort();
    await playback;
    assert.equal(sdk.listeners.size, 0);
  });
});
