import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Playback } from "@micro-drama/protocol";
import type { EntitlementsSnapshot, UnlockState } from "@micro-drama/sdk";
import { holdTimedGrants } from "./timed-grants.js";

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
