import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import type { AutoUnlockRule, CoinsOffer, ReceiptPage, Series } from "@micro-drama/protocol";
import type { Entitlements, UnlockState } from "@micro-drama/sdk";
import type { AccountRequest } from "../core/account-view.js";
import type { SlotPool } from "../media/slot-pool.js";
import type { EntitlementLink } from "./entitlement-link.js";
import { createGateAccount } from "./gate-account.js";
import { Session } from "./session.js";

const offer: CoinsOffer = { id: "one", kind: "coins", price: { amount: 60, currency: "COIN" } };
const rule: AutoUnlockRule = { maxPerEpisode: 60, maxPerVisit: 300 };
const episodes = [4, 5].map(
  (number) => ({ id: `e${number}`, number, title: "", access: "locked", captions: [] }) as const,
);
const series: Series = { id: "s", title: "S", lang: "en", warnings: [], episodes };
const receiptOf = (id: string) => ({ id, at: "2026-11-23T12:00:00Z", charged: offer.price });

describe("createGateAccount", () => {
  let session: Session;
  /** What the platform answers; a test changes what it is about. */
  let platform: Partial<Entitlements>;
  let ask: (request: AccountRequest) => Promise<void>;
  const account = () => session.model.account;
  const become = (...states: readonly UnlockState[]): void =>
    session.commit({
      entitlements: { states: new Map(states.map((state, i) => [`s/e${i + 4}`, state])), status: "ready" },
    });
  const spend = (key: "e4" | "e5"): void => {
    const others: UnlockState = { name: "locked", offers: [offer] };
    const of = (state: UnlockState) => (key === "e4" ? [state, others] : [others, state]);
    become(...of({ name: "unlocking", offer, offers: [offer] }));
    become(...of({ name: "granted", via: "coins", charged: offer.price }));
  };

  beforeEach(() => {
    session = new Session({} as SlotPool, () => true);
    session.commit({ series });
    platform = {};
    const link = { ready: async () => platform } as unknown as EntitlementLink;
    const made = createGateAccount(session, link, { isAskedFor: () => false });
    ask = async (request) => {
      made.ask(request);
      // Past every answer of a platform that answers at once.
      await new Promise((resolve) => setImmediate(resolve));
    };
  });

  it("shows purchases, and older ones below them", async () => {
    const pages: Record<string, ReceiptPage> = {
      "": { receipts: [receiptOf("r2")], next: "r2" },
      r2: { receipts: [receiptOf("r1")] },
    };
    platform.receipts = async (before = "") => pages[before] ?? { receipts: [] };
    await ask({ type: "show-purchases" });
    await ask({ type: "show-older-purchases" });
    const { phase, receipts = [], next } = account()?.purchases ?? {};
    assert.deepEqual([phase, receipts.map(({ id }) => id), next], ["shown", ["r2", "r1"], undefined]);
  });

  it("keeps what is shown when older ones cannot be read, and where to try again", async () => {
    platform.receipts = async (before) => {
      if (before) throw new Error("away");
      return { receipts: [receiptOf("r2")], next: "r2" };
    };
    await ask({ type: "show-purchases" });
    await ask({ type: "show-older-purchases" });
    assert.deepEqual(account()?.purchases, { phase: "failed", receipts: [receiptOf("r2")], next: "r2" });
  });

  it("brings no purchases back that the viewer has left meanwhile", async () => {
    let answer = (_page: ReceiptPage): void => undefined;
    platform.receipts = () => new Promise((resolve) => (answer = resolve));
    await ask({ type: "show-purchases" });
    await ask({ type: "hide-purchases" });
    answer({ receipts: [] });
    await ask({ type: "dismiss-notice" });
    assert.equal(account()?.purchases, undefined);
  });

  it("leaves the purchases with the panel or the lock that showed them", async () => {
    platform.receipts = async () => ({ receipts: [] });
    for (const change of [{ panel: "settings" }, { panel: "none" }, { index: 1 }] as const) {
      session.commit(change);
      assert.equal(account()?.purchases, undefined);
      await ask({ type: "show-purchases" });
      assert.equal(account()?.purchases?.phase, "shown");
    }
  });

  it("adds up what the rule spends in this visit", () => {
    spend("e4");
    spend("e5");
    assert.equal(account()?.spentByRule, 120);
    assert.deepEqual(account()?.notice, { type: "bought-by-rule", number: 5, coins: 60 });
  });

  it("has the rule off at once when it is stopped, before the platform has answered", async () => {
    platform.setAutoUnlock = async (wanted) => wanted;
    await ask({ type: "set-auto-unlock", rule });
    assert.deepEqual(account()?.rule, rule);
    platform.setAutoUnlock = () => new Promise(() => undefined);
    await ask({ type: "set-auto-unlock", rule: null });
    assert.equal(account()?.rule, null);
  });

  it("says so when the platform could not keep the rule", async () => {
    platform.setAutoUnlock = async () => null;
    await ask({ type: "set-auto-unlock", rule });
    assert.deepEqual([account()?.rule, account()?.notice], [null, { type: "rule-not-kept" }]);
  });

  it("follows a platform that turns the rule off", () => {
    const states = new Map<string, UnlockState>();
    session.commit({ entitlements: { states, status: "ready", autoUnlock: rule } });
    assert.deepEqual(account()?.rule, rule);
    session.commit({ entitlements: { states, status: "ready", autoUnlock: null } });
    assert.equal(account()?.rule, null);
  });
});
