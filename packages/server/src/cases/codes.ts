import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { createCode, digestCode } from "../ledger/codes.js";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, type Visitor } from "../testing/visitor.js";

/** Codes that a viewer types instead of paying. */
export function codeCases(platform: () => TestPlatform): void {
  const make = async (terms: { episodes?: string[]; uses?: number; expiresAt?: string } = {}) => {
    const code = createCode();
    const added = await platform().backoffice.addCodes({
      ...{ digests: [await digestCode(code)], batch: "spring", series: "harbour", uses: 1 },
      ...terms,
      at: new Date(platform().now()).toISOString(),
    });
    assert.equal(added, 1);
    return code;
  };
  const redeem = (visitor: Visitor, code: unknown, { episode = "e04", key = randomUUID() } = {}) =>
    visitor.request<{
      code?: string;
      charged?: { amount: number };
      items: { state: string; via?: string }[];
    }>("/unlocks", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({
        ...{ refs: [{ series: "harbour", episode }], offerId: "code" },
        ...(code === undefined ? {} : { evidence: { code } }),
      }),
    });

  describe("code", () => {
    it("is offered where the price list says so, and opens the episode for which it is typed", async () => {
      const guest = await createGuest(platform());
      const [item] = (await guest.check("episodes=e04", "harbour")).body.items;
      assert.ok(item?.state === "locked" && item.offers.some(({ kind }) => kind === "code"));
      const code = await make();
      const { status, body } = await redeem(guest, code.toLowerCase().replaceAll("-", " "));
      assert.deepEqual([status, body.charged?.amount, body.items[0]?.via], [200, 0, "gift"]);
      assert.equal(await guest.coins(), 300);
    });

    it("is used up once for a key, however often the answer is asked for", async () => {
      const guest = await createGuest(platform());
      const [code, key] = [await make(), randomUUID()];
      const first = await redeem(guest, code, { key });
      assert.deepEqual((await redeem(guest, code, { key })).body, first.body);
      assert.equal((await redeem(guest, code, { episode: "e05" })).status, 410);
      assert.equal((await redeem(guest, await make(), { key })).status, 422);
    });

    it("is answered again for its key where codes are taken no more", async () => {
      const guest = await createGuest(platform());
      const [code, key] = [await make(), randomUUID()];
      const first = await redeem(guest, code, { key });
      platform().setPrices({ version: "list-2", series: { "*": { episode: 90 } } });
      const again = await redeem(guest, code, { key });
      assert.deepEqual([again.status, again.body], [200, first.body]);
      assert.equal((await redeem(guest, await make(), { episode: "e05" })).status, 410);
      platform().setPrices({ version: "list-1" });
    });

    it("is not used up by an episode that is owned", async () => {
      const guest = await createGuest(platform());
      const code = await make();
      await guest.unlock("e04", { series: "harbour" });
      const owned = await redeem(guest, code);
      assert.deepEqual([owned.status, owned.body.charged], [200, null]);
      assert.equal((await redeem(guest, code, { episode: "e05" })).status, 200);
    });

    it("opens what it was made for, and nothing else", async () => {
      const guest = await createGuest(platform());
      const code = await make({ episodes: ["e06", "e07"] });
      assert.equal((await redeem(guest, code, { episode: "e05" })).status, 410);
      assert.equal((await redeem(guest, code, { episode: "e07" })).status, 200);
      const { body } = await guest.check("episodes=e05,e06,e07", "harbour");
      assert.deepEqual(
        body.items.map(({ state }) => state),
        ["locked", "granted", "granted"],
      );
    });

    it("for several viewers is taken by so many of them, each once, at the same moment", async () => {
      const code = await make({ uses: 3 });
      const guests = await Promise.all(Array.from({ length: 8 }, () => createGuest(platform())));
      const ends = await Promise.all(guests.map((guest) => redeem(guest, code)));
      const statuses = ends.map(({ status }) => status).sort();
      assert.deepEqual(statuses, [200, 200, 200, 410, 410, 410, 410, 410]);
      const shared = await make({ uses: 3 });
      const [guest] = guests;
      assert.ok(guest);
      assert.equal((await redeem(guest, shared, { episode: "e08" })).status, 200);
      assert.equal((await redeem(guest, shared, { episode: "e09" })).status, 410);
    });

    it("that is wrong, ended, missing or for another series sells nothing and says no more", async () => {
      const guest = await createGuest(platform());
      const ended = await make({ expiresAt: new Date(platform().now()).toISOString() });
      const answers = [
        await redeem(guest, createCode()),
        await redeem(guest, ended),
        await redeem(guest, "' or 1"),
      ];
      for (const { status, text } of answers)
        assert.deepEqual([status, text.includes("ended")], [410, false]);
      assert.equal(answers[0]?.text, answers[1]?.text);
      assert.equal((await redeem(guest, undefined)).status, 400);
      assert.equal((await redeem(guest, 5)).status, 400);
      assert.equal((await guest.unlock("e04", { offerId: "code" })).status, 410, "lantern takes no codes");
    });

    it("leaves nothing in the database by which it could be redeemed", async () => {
      const code = await make();
      const kept = await platform().database.call(
        "select jsonb_agg(to_jsonb(c))::text as result from drama.code c",
        [],
      );
      assert.ok(typeof kept === "string" && kept.includes("spring"));
      assert.ok(!kept.includes(code) && !kept.includes(code.replaceAll("-", "")));
    });
  });
}
