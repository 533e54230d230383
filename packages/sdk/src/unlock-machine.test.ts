import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Offer, Playback } from "@micro-drama/protocol";
import type { UnlockEvent, UnlockEventType } from "./unlock-event.js";
import { isLegal, transition, UNLOCK_TABLE } from "./unlock-machine.js";
import type { UnlockState, UnlockStateName } from "./unlock-state.js";

const offer: Offer = { id: "coins", kind: "coins", price: { amount: 30, currency: "COIN" } };
const offers = [offer];
const fresh = [{ ...offer, id: "fresh" }];
const failure = { code: "timeout", message: "slow", retryable: true };
const decline = { reason: "insufficient-funds" } as const;
const playback: Playback = { url: "https://m.example/a.m3u8", type: "hls", session: "s", captions: [] };
const charged = { amount: 30, currency: "COIN" };

const STATES: { readonly [Name in UnlockStateName]: Extract<UnlockState, { name: Name }> } = {
  unknown: { name: "unknown" },
  checking: { name: "checking" },
  locked: { name: "locked", offers, decline },
  "signed-out": { name: "signed-out", offers },
  unlocking: { name: "unlocking", offer, offers },
  pending: { name: "pending", offer, offers },
  confirming: { name: "confirming", offer, offers },
  granted: { name: "granted", via: "coins", charged, playback },
  unavailable: { name: "unavailable", reason: "geo" },
  failed: { name: "failed", failure },
};

const EVENTS: { readonly [Type in UnlockEventType]: Extract<UnlockEvent, { type: Type }> } = {
  check: { type: "check" },
  "signed-in": { type: "signed-in" },
  grant: { type: "grant", via: "wait" },
  deny: { type: "deny", offers: fresh },
  "sign-in-required": { type: "sign-in-required", offers: fresh },
  unavailable: { type: "unavailable", reason: "age" },
  fail: { type: "fail", failure },
  choose: { type: "choose", offer },
  declined: { type: "declined", decline },
  accepted: { type: "accepted" },
  "no-answer": { type: "no-answer" },
  cancelled: { type: "cancelled", failure },
  timeout: { type: "timeout" },
  "never-arrived": { type: "never-arrived", failure },
  resume: { type: "resume" },
  expire: { type: "expire" },
  revoke: { type: "revoke" },
  "viewer-changed": { type: "viewer-changed" },
  renew: { type: "renew", playback },
};

const CHECKING: UnlockState = { name: "checking" };
const CONFIRMING: UnlockState = { name: "confirming", offer, offers };
const GRANTED: UnlockState = { name: "granted", via: "wait" };
const DECLINED: UnlockState = { name: "locked", offers, decline };
const UNTOUCHED: UnlockState = { name: "locked", offers, failure };

const ROWS: { readonly [Name in UnlockStateName]: { readonly [Type in UnlockEventType]?: UnlockState } } = {
  unknown: { check: CHECKING, resume: { name: "confirming" } },
  checking: {
    grant: GRANTED,
    deny: { name: "locked", offers: fresh },
    "sign-in-required": { name: "signed-out", offers: fresh },
    unavailable: { name: "unavailable", reason: "age" },
    fail: { name: "failed", failure },
    resume: { name: "confirming" },
    "viewer-changed": CHECKING,
  },
  locked: { choose: { name: "unlocking", offer, offers }, check: CHECKING, "viewer-changed": CHECKING },
  "signed-out": { "signed-in": CHECKING, "viewer-changed": CHECKING },
  unlocking: {
    grant: GRANTED,
    declined: DECLINED,
    accepted: { name: "pending", offer, offers },
    "no-answer": CONFIRMING,
    cancelled: UNTOUCHED,
    "viewer-changed": CHECKING,
  },
  pending: { grant: GRANTED, declined: DECLINED, timeout: CONFIRMING, "viewer-changed": CHECKING },
  confirming: { grant: GRANTED, declined: DECLINED, "never-arrived": UNTOUCHED, "viewer-changed": CHECKING },
  granted: {
    grant: { name: "granted", via: "wait", charged, playback },
    renew: { name: "granted", via: "coins", charged, playback },
    expire: CHECKING,
    revoke: CHECKING,
    "viewer-changed": CHECKING,
  },
  unavailable: { check: CHECKING, "viewer-changed": CHECKING },
  failed: { check: CHECKING, "viewer-changed": CHECKING },
};

describe("transition", () => {
  for (const [name, row] of Object.entries(ROWS) as [UnlockStateName, (typeof ROWS)[UnlockStateName]][]) {
    for (const [type, event] of Object.entries(EVENTS) as [UnlockEventType, UnlockEvent][]) {
      const expected = row[type];
      it(`${name} + ${type} → ${expected ? expected.name : "nothing"}`, () => {
        const from = STATES[name];
        const after = transition(from, event);
        if (expected) assert.deepEqual(after, expected);
        else assert.equal(after, from);
        assert.equal(isLegal(from, type), expected !== undefined);
      });
    }
  }

  it("opens an episode by a grant alone", () => {
    for (const [name, row] of Object.entries(UNLOCK_TABLE))
      for (const type of Object.keys(row) as UnlockEventType[]) {
        const after = transition(STATES[name as UnlockStateName], EVENTS[type]);
        if (name !== "granted" && after.name === "granted") assert.equal(type, "grant");
      }
  });

  it("shows the fresh offers of a decline, and the known ones where it brings none", () => {
    const declined = transition(STATES.confirming, { type: "declined", decline, offers: fresh });
    assert.deepEqual(declined, { name: "locked", offers: fresh, decline });
    assert.deepEqual(transition({ name: "confirming" }, EVENTS.declined), {
      name: "locked",
      offers: [],
      decline,
    });
  });

  it("freezes what it makes", () => {
    for (const [name, row] of Object.entries(ROWS))
      for (const type of Object.keys(row) as UnlockEventType[])
        assert.ok(
          Object.isFrozen(transition(STATES[name as UnlockStateName], EVENTS[type])),
          `${name} + ${type}`,
        );
  });
});
