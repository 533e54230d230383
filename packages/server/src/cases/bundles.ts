import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, type Visitor } from "../testing/visitor.js";

const NEXT = { offerId: "next" };

/** The next episodes in one purchase. `lantern` has six locked ones, e04 to e09; three of them cost a tenth less. */
export function bundleCases(platform: () => TestPlatform): void {
  const sell = (bundle: object) =>
    platform().setPrices({ version: "bundles", series: { lantern: { episode: 90, bundle } } });
  /** What the bundle of an episode's sheet is said to buy: its price, its episodes, and how many are owned. */
  const offerOf = async (visitor: Visitor, episode: string) => {
    const [item] = (await visitor.check(`episodes=${episode}`)).body.items;
    assert.ok(item?.state === "locked");
    const offer = item.offers.find(({ id }) => id === "next");
    return offer?.kind === "bundle"
      ? [offer.price.amount, offer.episodes.join(" "), offer.owned, offer.rest]
      : offer;
  };

  describe("next episodes", () => {
    beforeEach(() => sell({ next: { episodes: 3, discountPercent: 10 } }));
    afterEach(() => platform().setPrices({ version: "list-1" }));

    it("are offered from every locked episode on, and sold at their discount", async () => {
      const guest = await createGuest(platform());
      assert.deepEqual(await offerOf(guest, "e04"), [243, "e04 e05 e06", 0, false]);
      assert.deepEqual(await offerOf(guest, "e07"), [243, "e07 e08 e09", 0, false]);
      assert.deepEqual(await offerOf(guest, "e08"), [162, "e08 e09", 0, false]);
      assert.equal(await offerOf(guest, "e09"), undefined);
      const { body } = await guest.unlock(["e04", "e05", "e06"], NEXT);
      assert.equal(body.charged?.amount, 243);
      assert.ok(body.items.every((item) => item.state === "granted" && item.via === "bundle"));
      assert.equal(body.items.length, 3);
      assert.equal(await guest.coins(), 57);
    });

    it("that are owned are left out of the price", async () => {
      const guest = await createGuest(platform());
      await guest.unlock("e05");
      assert.deepEqual(await offerOf(guest, "e04"), [162, "e04 e06", 1, false]);
      const { body } = await guest.unlock(["e04", "e06"], NEXT);
      assert.equal(body.charged?.amount, 162);
      assert.equal(await guest.coins(), 48);
    });

    it("are not sold in part, with gaps, or beyond their number", async () => {
      const guest = await createGuest(platform());
      await guest.topUp();
      for (const wish of [["e04"], ["e04", "e05"], ["e04", "e06", "e07"], ["e04", "e05", "e06", "e07"]]) {
        const { status, body } = await guest.unlock(wish, NEXT);
        assert.deepEqual([status, body.code], [410, "offer-gone"], wish.join());
      }
      assert.equal(await guest.coins(), 800);
    });

    it("cost no more than was agreed to, and nobody pays without having agreed to a price", async () => {
      const guest = await createGuest(platform());
      const quote = (await guest.check()).headers.get("drama-quote") ?? "";
      const wish = ["e04", "e05", "e06"];
      const maxPrice = { amount: 242, currency: "COIN" };
      for (const request of [{ quote }, { quote, maxPrice }]) {
        const { status, body } = await guest.unlock(wish, { ...NEXT, ...request });
        assert.deepEqual([status, body.code], [409, "price-changed"]);
      }
      assert.equal(await guest.coins(), 300);
      const agreed = { ...NEXT, quote, maxPrice: { amount: 243, currency: "COIN" } };
      assert.equal((await guest.unlock(wish, agreed)).body.charged?.amount, 243);
    });

    it("are sold once to many who press at one moment", async () => {
      const guest = await createGuest(platform());
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => guest.unlock(["e04", "e05", "e06"], NEXT)),
      );
      assert.equal(answers.filter(({ body }) => body.charged).length, 1);
      assert.equal(await guest.coins(), 57);
    });

    it("are no offer of their own where they are all that is left", async () => {
      sell({ next: { episodes: 3, discountPercent: 10 }, rest: { discountPercent: 20 } });
      const guest = await createGuest(platform());
      await guest.topUp();
      assert.deepEqual(await offerOf(guest, "e04"), [243, "e04 e05 e06", 0, false]);
      await guest.unlock(["e04", "e05", "e06"], NEXT);
      assert.equal(await offerOf(guest, "e07"), undefined);
    });

    it("are not sold where the list has no such bundle", async () => {
      platform().setPrices({ version: "list-1" });
      const guest = await createGuest(platform());
      assert.equal(await offerOf(guest, "e04"), undefined);
      assert.equal((await guest.unlock(["e04", "e05", "e06"], NEXT)).body.code, "offer-gone");
    });
  });
}
