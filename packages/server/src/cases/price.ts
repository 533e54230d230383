import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, type Visitor } from "../testing/visitor.js";

async function quoteOf(visitor: Visitor, series?: string): Promise<string> {
  const { headers } = await visitor.check("", series);
  return headers.get("drama-quote") ?? "";
}

/** C16–C19: nobody pays more than the price that was shown. */
export function priceCases(platform: () => TestPlatform): void {
  describe("price", () => {
    afterEach(() => platform().setPrices({ version: "list-1" }));

    it("charges the promised price when the list rose within the quote's time", async () => {
      const guest = await createGuest(platform());
      const quote = await quoteOf(guest);
      platform().setPrices({ version: "list-2", episode: 120 });
      assert.equal((await guest.unlock("e04", { quote })).body.charged?.amount, 90);
      const rest = ["e05", "e06", "e07", "e08", "e09"];
      await guest.topUp();
      const lower = await guest.unlock(rest, { offerId: "rest", quote: await quoteOf(guest) });
      assert.equal(lower.body.charged?.amount, 480);
    });

    it("refuses an expired quote after the list rose, with fresh offers, and charges nothing", async () => {
      const guest = await createGuest(platform());
      const quote = await quoteOf(guest);
      platform().setPrices({ version: "list-2", episode: 120 });
      platform().advance(601);
      const { status, body, headers } = await guest.unlock("e04", { quote });
      assert.deepEqual([status, body.code], [409, "price-changed"]);
      const [fresh] = body.offers ?? [];
      assert.ok(fresh?.kind === "coins" && fresh.price.amount === 120);
      assert.equal(await guest.coins(), 300);
      const renewed = headers.get("drama-quote") ?? "";
      assert.equal(body.quote?.value, renewed);
      assert.equal((await guest.unlock("e04", { quote: renewed })).body.charged?.amount, 120);
    });

    it("takes an expired quote for what it says while the price has not risen", async () => {
      const guest = await createGuest(platform());
      const quote = await quoteOf(guest);
      platform().advance(601);
      assert.equal((await guest.unlock("e04", { quote })).body.charged?.amount, 90);
    });

    it("charges the lower price when the list fell", async () => {
      const guest = await createGuest(platform());
      const quote = await quoteOf(guest);
      platform().setPrices({ version: "list-2", episode: 60 });
      assert.equal((await guest.unlock("e04", { quote })).body.charged?.amount, 60);
    });

    it("keeps the promise of the rest as it was quoted, and never above the highest price", async () => {
      const guest = await createGuest(platform());
      await guest.topUp();
      const quote = await quoteOf(guest);
      const rest = ["e04", "e05", "e06", "e07", "e08", "e09"];
      platform().setPrices({ version: "list-2", episode: 120 });
      const maxPrice = { amount: 431, currency: "COIN" };
      const over = await guest.unlock(rest, { offerId: "rest", quote, maxPrice });
      assert.deepEqual([over.status, over.body.code], [409, "price-changed"]);
      const { body } = await guest.unlock(rest, { offerId: "rest", quote });
      assert.equal(body.charged?.amount, 432);
    });

    it("promises nothing for other episodes than the quote names, and then asks for a highest price", async () => {
      const guest = await createGuest(platform());
      await guest.topUp();
      await guest.unlock("e04");
      const quote = await quoteOf(guest);
      platform().setPrices({ version: "list-2", episode: 120 });
      const more = ["e04", "e05", "e06", "e07", "e08", "e09"];
      const { status, body } = await guest.unlock(more, { offerId: "rest", quote });
      assert.deepEqual([status, body.code], [409, "price-changed"]);
      const maxPrice = { amount: 480, currency: "COIN" };
      const paid = await guest.unlock(more, { offerId: "rest", quote, maxPrice });
      assert.equal(paid.body.charged?.amount, 480);
    });

    it("sells by the highest price where the quote was given to the guest of another tab, and never above it", async () => {
      const [guest, other] = await Promise.all([createGuest(platform()), createGuest(platform())]);
      const quote = await quoteOf(other);
      const low = await guest.unlock("e04", { quote, maxPrice: { amount: 89, currency: "COIN" } });
      assert.deepEqual([low.status, low.body.code], [409, "price-changed"]);
      const { body } = await guest.unlock("e04", { quote, maxPrice: { amount: 90, currency: "COIN" } });
      assert.equal(body.charged?.amount, 90);
      assert.deepEqual([await guest.coins(), await other.coins()], [210, 300]);
    });

    it("refuses forged, foreign and other series' quotes, and prices that are none", async () => {
      const [guest, other] = await Promise.all([createGuest(platform()), createGuest(platform())]);
      const quote = await quoteOf(guest);
      const [body = "", key, mac = ""] = quote.split(".");
      const cheaper = JSON.parse(Buffer.from(body, "base64url").toString());
      const forged = Buffer.from(JSON.stringify({ ...cheaper, episode: 1 })).toString("base64url");
      const bad = [
        `${forged}.${key}.${mac}`,
        `${body}.k2.${mac}`,
        `${body}.${key}.${mac.slice(0, -2)}AA`,
        "x",
        await quoteOf(other),
        await quoteOf(guest, "harbour"),
      ];
      for (const value of bad) {
        const { status, body: problem } = await guest.unlock("e04", { quote: value });
        assert.deepEqual([status, problem.code], [409, "price-changed"], value);
      }
      for (const amount of [-1, 0.5, 2 ** 53, "90", null]) {
        const { status } = await guest.unlock("e04", { maxPrice: { amount, currency: "COIN" } });
        assert.equal(status, 400, String(amount));
      }
      assert.equal((await guest.unlock("e04", { maxPrice: { amount: 90, currency: "USD" } })).status, 400);
      const over = await guest.unlock("e04", { maxPrice: { amount: 89, currency: "COIN" } });
      assert.deepEqual([over.status, over.body.code], [409, "price-changed"]);
      assert.equal(await guest.coins(), 300);
    });
  });
}
