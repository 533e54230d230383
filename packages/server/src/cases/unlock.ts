import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { type Problem, parseUnlockResult } from "@micro-drama/protocol";
import { GUEST_ISSUER } from "../identity/guest-tokens.js";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, refreshGuest, type UnlockBody } from "../testing/visitor.js";

/** What an unlock does, and what its key promises. */
export function unlockCases(platform: () => TestPlatform): void {
  describe("unlock", () => {
    it("charges, grants with media, and gives a receipt", async () => {
      const guest = await createGuest(platform());
      const { status, body, headers } = await guest.unlock("e04");
      assert.equal(status, 200);
      assert.deepEqual(body.charged, { amount: 90, currency: "COIN" });
      assert.deepEqual(body.wallet?.balances, [{ currency: "COIN", paid: 0, bonus: 210 }]);
      assert.equal(body.receipt?.charged.amount, 90);
      assert.equal(headers.get("cache-control"), "private, no-store");
      const [item] = body.items;
      assert.ok(item?.state === "granted" && item.playback);
      assert.equal(item.via, "coins");
      assert.equal((await fetch(item.playback.url)).status, 200);
      assert.deepEqual(JSON.parse(JSON.stringify(parseUnlockResult(body))), body);
    });

    it("is seen by the next check on another connection", async () => {
      const guest = await createGuest(platform());
      await guest.unlock("e05");
      const { body } = await guest.check("episodes=e05");
      assert.equal(body.items[0]?.state, "granted");
    });

    it("ends 300 guest coins at the fourth lock, and goes on after a top-up with a new key", async () => {
      const guest = await createGuest(platform());
      for (const episode of ["e04", "e05", "e06"]) assert.equal((await guest.unlock(episode)).status, 200);
      const short = await guest.unlock("e07");
      assert.deepEqual([short.status, short.body.code], [402, "insufficient-funds"]);
      assert.deepEqual(short.body.shortfall, { amount: 60, currency: "COIN" });
      assert.ok(short.body.offers?.some(({ kind }) => kind === "topup"));
      const topUp = await guest.topUp();
      assert.deepEqual(topUp.body.wallet?.balances, [{ currency: "COIN", paid: 500, bonus: 30 }]);
      const { body } = await guest.unlock("e07");
      assert.deepEqual(body.wallet?.balances, [{ currency: "COIN", paid: 440, bonus: 0 }]);
    });

    it("charges nothing for what is owned, and says so", async () => {
      const guest = await createGuest(platform());
      await guest.unlock("e04");
      const { status, body } = await guest.unlock("e04");
      assert.equal(status, 200);
      assert.equal(body.charged, null);
      assert.equal(body.already, true);
      assert.equal(await guest.coins(), 210);
    });

    it("replays the same answer for the same key", async () => {
      const guest = await createGuest(platform());
      const key = randomUUID();
      const first = await guest.unlock("e04", { key });
      const second = await guest.unlock("e04", { key });
      assert.equal(first.headers.get("idempotency-replayed"), null);
      assert.equal(second.headers.get("idempotency-replayed"), "true");
      assert.deepEqual(second.body, first.body);
      assert.equal(await guest.coins(), 210);
    });

    it("answers GET with what the key led to, and 404 for a key that never arrived", async () => {
      const guest = await createGuest(platform());
      const key = randomUUID();
      const missing = await guest.request<Problem>(`/unlocks/${key}`);
      assert.deepEqual([missing.status, missing.body.code], [404, "unknown-key"]);
      const first = await guest.unlock("e04", { key });
      const asked = await guest.request<UnlockBody>(`/unlocks/${key}`);
      assert.equal(asked.status, 200);
      assert.deepEqual(asked.body, first.body);
    });

    it("binds 402 to its key, whatever is added later", async () => {
      const guest = await createGuest(platform());
      for (const episode of ["e04", "e05", "e06"]) await guest.unlock(episode);
      const key = randomUUID();
      assert.equal((await guest.unlock("e07", { key })).status, 402);
      await guest.topUp();
      const replay = await guest.unlock("e07", { key });
      assert.deepEqual([replay.status, replay.headers.get("idempotency-replayed")], [402, "true"]);
      assert.equal((await guest.request(`/unlocks/${key}`)).status, 402);
      assert.equal(await guest.coins(), 530);
    });

    it("refuses a missing key, a guessable key, and a key of another request", async () => {
      const guest = await createGuest(platform());
      const missing = await guest.unlock("e04", { headers: { "idempotency-key": "" } });
      assert.deepEqual([missing.status, missing.body.code], [400, "idempotency-key-missing"]);
      assert.equal((await guest.unlock("e04", { key: "1" })).status, 400);
      const key = randomUUID();
      await guest.unlock("e04", { key });
      const reused = await guest.unlock("e05", { key });
      assert.deepEqual([reused.status, reused.body.code], [422, "idempotency-key-reused"]);
      assert.equal(await guest.coins(), 210);
    });

    it("keeps keys of two viewers apart", async () => {
      const [first, second] = await Promise.all([createGuest(platform()), createGuest(platform())]);
      const key = randomUUID();
      await first.unlock("e04", { key });
      assert.equal((await second.request(`/unlocks/${key}`)).status, 404);
      const own = await second.unlock("e04", { key });
      assert.equal(own.headers.get("idempotency-replayed"), null);
      assert.equal(await second.coins(), 210);
    });

    it("sells the rest of the series once, at its discount, and never an episode twice", async () => {
      const guest = await createGuest(platform());
      await guest.topUp();
      await guest.unlock("e04");
      const rest = ["e05", "e06", "e07", "e08", "e09"];
      const { status, body } = await guest.unlock(rest, { offerId: "rest" });
      assert.equal(status, 200);
      assert.equal(body.charged?.amount, 360);
      assert.equal(body.items.length, 5);
      assert.ok(body.items.every((item) => item.state === "granted" && item.via === "bundle"));
      assert.equal(await guest.coins(), 350);
    });

    it("sells a rest that lacks an episode to nobody", async () => {
      const guest = await createGuest(platform());
      const { status, body } = await guest.unlock(["e04", "e05"], { offerId: "rest" });
      assert.deepEqual([status, body.code], [410, "offer-gone"]);
      assert.equal(await guest.coins(), 300);
    });

    it("refuses offers that are not there, episodes that are not out, and bodies that make no sense", async () => {
      const guest = await createGuest(platform());
      const code = async (...request: Parameters<typeof guest.unlock>) => {
        const { status, body } = await guest.unlock(...request);
        return `${status} ${body.code}`;
      };
      assert.equal(await code("e04", { offerId: "gift" }), "410 offer-gone");
      assert.equal(await code("e10"), "410 offer-gone");
      assert.equal(await code("nope"), "404 unknown-episode");
      assert.equal(await code("e04", { series: "nope" }), "404 unknown-episode");
      assert.equal(await code(["e04", "e05"]), "400 invalid-request");
      assert.equal(await code([]), "400 invalid-request");
      assert.equal(await code("e04", { offerId: "demo-500" }), "400 invalid-request");
      assert.equal(await code("e04", { maxPrice: null }), "400 invalid-request");
      assert.equal(await guest.coins(), 300);
    });

    it("opens one episode free when the wait is over, by the server's clock, then waits anew", async () => {
      const guest = await createGuest(platform());
      await guest.check();
      const early = await guest.unlock("e04", { offerId: "wait" });
      assert.deepEqual([early.status, early.body.code], [409, "not-yet"]);
      assert.ok(Date.parse(early.body.availableAt ?? "") > platform().now());
      platform().advance(10_801);
      const refreshed = await refreshGuest(platform(), guest.tokens.refreshToken);
      const headers = { authorization: `Bearer ${refreshed.body.token}` };
      const open = await guest.unlock("e04", { offerId: "wait", headers });
      assert.equal(open.status, 200);
      assert.deepEqual(open.body.charged, { amount: 0, currency: "COIN" });
      assert.ok(open.body.items[0]?.state === "granted" && open.body.items[0].via === "wait");
      const next = await guest.unlock("e05", { offerId: "wait", headers });
      assert.deepEqual([next.status, next.body.code], [409, "not-yet"]);
    });

    it("sells again what was revoked or has run out, one generation later", async () => {
      const guest = await createGuest(platform());
      const key = randomUUID();
      await guest.unlock("e04", { key });
      const viewer = await platform().store.findViewer({
        issuer: GUEST_ISSUER,
        subject: guest.tokens.viewer,
      });
      await platform().database.script(
        `update drama.unlock set state = 'revoked' where viewer = ${viewer};
         update drama.wallet set rev = rev + 1 where viewer = ${viewer};`,
      );
      assert.equal((await guest.check("episodes=e04")).body.items[0]?.state, "locked");
      const replay = await guest.unlock("e04", { key });
      assert.equal(replay.body.items[0]?.state, "locked");
      assert.ok(!replay.text.includes("/t/"));
      const again = await guest.unlock("e04");
      assert.equal(again.body.charged?.amount, 90);
      await platform().database.script(
        `update drama.unlock set until = '2020-01-01' where viewer = ${viewer}`,
      );
      assert.equal((await guest.unlock("e04")).body.charged?.amount, 90);
      const generation = await platform().database.call(
        "select generation as result from drama.unlock where viewer = $1::bigint and episode = 'e04'",
        [viewer],
      );
      assert.equal(generation, 3);
      assert.equal(await guest.coins(), 30);
    });
  });
}
