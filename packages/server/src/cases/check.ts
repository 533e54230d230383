import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type CheckResult, type Problem, parseCheckResult } from "@micro-drama/protocol";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, send } from "../testing/visitor.js";

/** What a check answers, and how it may be kept. */
export function checkCases(platform: () => TestPlatform): void {
  describe("check", () => {
    it("answers every episode of the series at once, and the wallet", async () => {
      const guest = await createGuest(platform());
      const { status, body } = await guest.check();
      assert.equal(status, 200);
      assert.deepEqual(
        body.items.map(({ ref, state }) => `${ref.episode} ${state}`),
        [
          ...[1, 2, 3].map((number) => `e0${number} granted`),
          ...[4, 5, 6, 7, 8, 9].map((number) => `e0${number} locked`),
          "e10 unavailable",
        ],
      );
      assert.deepEqual(body.wallet, { balances: [{ currency: "COIN", paid: 0, bonus: 300 }], rev: 1 });
    });

    it("names whom it is about: the same from answer to answer, another for another viewer, nobody without a token", async () => {
      const [guest, other] = [await createGuest(platform()), await createGuest(platform())];
      const { body } = await guest.check("episodes=e04");
      await guest.unlock("e04");
      assert.match(body.viewer ?? "", /^[\w-]{16}$/);
      assert.equal((await guest.check()).body.viewer, body.viewer);
      assert.notEqual((await other.check()).body.viewer, body.viewer);
      assert.notEqual(body.viewer, guest.tokens.viewer, "not the name that logs and statements use");
      const nobody = await send<CheckResult>(platform(), "/series/lantern/access");
      assert.ok(!("viewer" in nobody.body));
    });

    it("is read by the protocol's own parser without a word lost", async () => {
      const guest = await createGuest(platform());
      await guest.unlock("e04");
      const { body } = await guest.check("playback=e04");
      assert.deepEqual(JSON.parse(JSON.stringify(parseCheckResult(body))).items, body.items);
    });

    it("brings only offers that work: coins, the rest of the series, waiting, play money", async () => {
      const guest = await createGuest(platform());
      const { body } = await guest.check("episodes=e05");
      const [item] = body.items;
      assert.equal(item?.state, "locked");
      assert.ok(item?.state === "locked");
      const [coins, rest, wait, topup] = item.offers;
      assert.deepEqual(coins, {
        id: "coins",
        kind: "coins",
        price: { amount: 90, currency: "COIN" },
        money: { amount: 89, currency: "USD" },
      });
      assert.ok(rest?.kind === "bundle");
      assert.deepEqual([rest.price.amount, rest.episodes.length, rest.rest], [432, 6, true]);
      assert.ok(wait?.kind === "wait");
      assert.equal(Date.parse(wait.availableAt) - platform().now(), 10_800_000);
      assert.ok(topup?.kind === "topup" && topup.demo === true);
    });

    it("offers the rest only while at least two episodes are left", async () => {
      const guest = await createGuest(platform());
      await guest.topUp();
      for (const episode of ["e04", "e05", "e06", "e07", "e08"]) await guest.unlock(episode);
      const { body } = await guest.check("episodes=e09");
      assert.ok(body.items[0]?.state === "locked");
      assert.deepEqual(
        body.items[0].offers.map(({ kind }) => kind),
        ["coins", "wait", "topup"],
      );
    });

    it("answers in the order that was asked, unknown episodes as removed", async () => {
      const guest = await createGuest(platform());
      const { body } = await guest.check("episodes=e07,nope,e01");
      assert.deepEqual(
        body.items.map((item) => [item.ref.episode, item.state]),
        [
          ["e07", "locked"],
          ["nope", "unavailable"],
          ["e01", "granted"],
        ],
      );
    });

    it("shows previews to somebody without a token", async () => {
      const { status, body, headers } = await send<CheckResult>(platform(), "/series/lantern/access");
      assert.equal(status, 200);
      assert.equal(body.items[0]?.state, "granted");
      assert.equal(body.items[3]?.state, "signed-out");
      assert.equal(body.wallet, undefined);
      assert.equal(headers.get("drama-quote"), null);
    });

    it("is 304 with a fresh quote and clock while nothing changed, and 200 after an unlock", async () => {
      const guest = await createGuest(platform());
      const first = await guest.check("playback=e04");
      const headers = { "if-none-match": first.headers.get("etag") ?? "" };
      const again = await guest.request("/series/lantern/access?playback=e04", { headers });
      assert.equal(again.status, 304);
      assert.equal(again.text, "");
      assert.ok(again.headers.get("drama-quote"));
      assert.ok(Date.parse(again.headers.get("drama-now") ?? "") > 0);
      await guest.unlock("e04");
      const after = await guest.request<CheckResult>("/series/lantern/access?playback=e04", { headers });
      assert.equal(after.status, 200);
      assert.equal(after.body.items[3]?.state, "granted");
    });

    it("is compressed, and may be kept by the viewer's own cache only", async () => {
      const { headers } = await (await createGuest(platform())).check();
      assert.equal(headers.get("cache-control"), "private, no-cache");
      assert.match(headers.get("vary") ?? "", /Authorization, Origin/);
      assert.equal(headers.get("content-encoding"), "gzip");
    });

    it("refuses more than 200 ids, odd ids and unknown series", async () => {
      const guest = await createGuest(platform());
      const many = Array.from({ length: 201 }, (_, index) => `e${index}`).join(",");
      assert.equal((await guest.check(`episodes=${many}`)).status, 400);
      assert.equal((await guest.check("episodes=../etc")).status, 400);
      const unknown = await guest.request<Problem>("/series/nope/access");
      assert.deepEqual([unknown.status, unknown.body.code], [404, "unknown-episode"]);
    });
  });
}
