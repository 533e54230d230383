import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EntitlementAdapter } from "@micro-drama/protocol";
import fc from "fast-check";
import { COINS, createFakeBackend, REF } from "./testing/fake-backend.js";
import { openVisit } from "./testing/visit.js";

/** Anything that JSON can carry, and words that look like an answer of ours. */
const { answer } = fc.letrec((tie) => ({
  answer: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(undefined, null, Number.NaN, () => "granted", new Date(0)),
    fc.record(
      {
        outcome: fc.constantFrom("granted", "pending", "declined", "unknown", "merged", "added", "later"),
        items: fc.array(tie("item"), { maxLength: 2 }),
        serverNow: fc.constantFrom("2027-01-10T18:00:00Z", "soon", 7),
        ttlMs: fc.constantFrom(0, -1, 1e300),
        wallet: tie("answer"),
        receipt: tie("answer"),
        retryAfterMs: fc.constantFrom(0, -5, 1e300, "x"),
        sent: fc.constantFrom(true, false, "no"),
      },
      { requiredKeys: [] },
    ),
  ),
  // Never a grant of the episode: a grant would be no lie.
  item: fc.record(
    {
      ref: fc.constantFrom<unknown>(REF, { series: "other", episode: "e07" }, { series: "__proto__" }, null),
      state: fc.constantFrom("locked", "signed-out", "unavailable", "error", "grant", "Granted", 1),
      offers: fc.constantFrom<unknown>([COINS], [], [{ kind: "coins" }], "all"),
      rev: fc.constantFrom(1, -1, 1.5, 2 ** 60),
    },
    { requiredKeys: [] },
  ),
}));

describe("an adapter that lies", () => {
  it("cannot break anything, and opens nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(answer), fc.boolean(), async (answers, isHonestAtFirst) => {
        const lie = async () => answers.next().value as never;
        const backend = createFakeBackend();
        const lies: Partial<EntitlementAdapter> = {
          check: isHonestAtFirst ? backend.adapter.check : lie,
          unlock: lie,
          reconcile: lie,
          playback: lie,
          topUp: lie,
          receipts: lie,
          preferences: lie,
          setPreferences: lie,
          startAd: lie,
          hasGuest: lie as never,
          mergeGuest: lie,
          signIn: lie,
        };
        const { entitlements, platform } = openVisit({ ...backend.adapter, ...lies });
        const follow = async (work: Promise<unknown>) => {
          await platform.advance(60_000);
          await work.catch((error: unknown) => assert.equal((error as Error).name, "EntitlementError"));
        };
        await follow(entitlements.check([REF], { cause: "init", playbackFor: ["e07"] }));
        await follow(entitlements.unlock(REF, COINS));
        await follow(entitlements.topUp(REF, { id: "500", kind: "topup", action: { type: "adapter" } }));
        await follow(entitlements.playback(REF));
        await follow(entitlements.receipts());
        await follow(entitlements.setAutoUnlock({ maxPerEpisode: 1, maxPerVisit: 1 }));
        entitlements.rest(REF);
        await follow(entitlements.signIn());
        await follow(entitlements.viewerChanged());
        assert.notEqual(entitlements.stateOf(REF).name, "granted");
        entitlements.close();
      }),
      { numRuns: 60 },
    );
  });
});
