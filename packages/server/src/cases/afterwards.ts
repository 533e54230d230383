import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import type { LedgerView } from "../store/ledger-view.js";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, type Visitor } from "../testing/visitor.js";

/** C39–C41: what a platform does after a purchase, and that buying goes on afterwards. */
export function afterwardsCases(platform: () => TestPlatform): void {
  const at = () => new Date(platform().now()).toISOString();
  const keyOf = async ({ tokens }: Visitor) => {
    const key = await platform().store.findViewer({ issuer: "micro-drama-guest", subject: tokens.viewer });
    assert.ok(key);
    return key;
  };
  const refund = async (visitor: Visitor, receipt: string | undefined, episodes?: readonly string[]) =>
    platform().backoffice.refund(await keyOf(visitor), {
      receipt: receipt ?? randomUUID(),
      at: at(),
      note: "the film was cut off",
      ...(episodes ? { episodes } : {}),
    });
  const give = async (visitor: Visitor, gift: { bonus?: number; episodes?: string[]; until?: string }) =>
    platform().backoffice.gift(await keyOf(visitor), {
      ...{ ref: randomUUID(), at: at(), paid: 0, bonus: 0, priceList: "list-1", series: "lantern" },
      ...gift,
    });
  const stateOf = async (visitor: Visitor, episode: string, series?: string) =>
    (await visitor.check(`episodes=${episode}`, series)).body.items[0]?.state;
  const balanceOf = async (visitor: Visitor) => {
    const { body } = await visitor.request<LedgerView>("/inspect/ledger");
    for (const [name, count] of Object.entries(body.proof))
      assert.ok(name === "journals" || count === 0, name);
    const { wallet } = await platform().backoffice.ledger(await keyOf(visitor));
    return [wallet.paid, wallet.bonus, wallet.debt];
  };

  describe("refund", () => {
    it("gives every coin back to the bucket it came from, locks again, and happens once", async () => {
      const guest = await createGuest(platform());
      await guest.topUp();
      for (const episode of ["e05", "e06", "e07"]) await guest.unlock(episode);
      const { body } = await guest.unlock("e04");
      assert.deepEqual(await balanceOf(guest), [440, 0, 0]);
      const first = await refund(guest, body.receipt?.id);
      assert.ok(first.outcome === "refunded" && !first.already);
      assert.deepEqual([first.paid, first.bonus, first.episodes], [60, 30, ["e04"]]);
      assert.equal(await stateOf(guest, "e04"), "locked");
      assert.equal((await guest.request(`/series/lantern/episodes/e04/playback`)).status, 402);
      const second = await refund(guest, body.receipt?.id);
      assert.ok(second.outcome === "refunded" && second.already);
      assert.deepEqual(await balanceOf(guest), [500, 30, 0]);
    });

    it("can be bought again with a new key, while the old key sells nothing any more", async () => {
      const guest = await createGuest(platform());
      const key = randomUUID();
      const { body } = await guest.unlock("e04", { key });
      await refund(guest, body.receipt?.id);
      const replay = await guest.unlock("e04", { key });
      assert.equal(replay.headers.get("idempotency-replayed"), "true");
      assert.equal(replay.body.items[0]?.state, "locked");
      assert.equal(await guest.coins(), 300);
      const again = await guest.unlock("e04");
      assert.deepEqual([again.body.charged?.amount, again.body.already], [90, false]);
      assert.equal(await stateOf(guest, "e04"), "granted");
      const late = await refund(guest, body.receipt?.id);
      assert.ok(late.outcome === "refunded" && late.already);
      assert.equal(await stateOf(guest, "e04"), "granted");
      const { body: rows } = await guest.request<LedgerView>("/inspect/ledger");
      assert.equal(rows.unlocks[0]?.generation, 2);
      assert.deepEqual(await balanceOf(guest), [0, 210, 0]);
    });

    it("of one episode of a bundle leaves the others, and of all gives back exactly the charge", async () => {
      const guest = await createGuest(platform());
      await guest.topUp();
      const rest = ["e04", "e05", "e06", "e07", "e08", "e09"];
      const { body } = await guest.unlock(rest, { offerId: "rest" });
      assert.deepEqual(await balanceOf(guest), [368, 0, 0]);
      const part = await refund(guest, body.receipt?.id, ["e07"]);
      assert.ok(part.outcome === "refunded");
      // Bonus coins paid for the first episodes: 300 of 432, so the fourth was paid 12 + 60.
      assert.deepEqual([part.paid + part.bonus, part.episodes], [72, ["e07"]]);
      assert.deepEqual([await stateOf(guest, "e07"), await stateOf(guest, "e08")], ["locked", "granted"]);
      const whole = await refund(guest, body.receipt?.id);
      assert.ok(whole.outcome === "refunded" && whole.episodes.length === 5);
      assert.deepEqual(await balanceOf(guest), [500, 300, 0]);
    });

    it("of a top-up that is spent leaves a debt, never a balance below zero; new coins settle it", async () => {
      const guest = await createGuest(platform());
      const topUp = await guest.topUp();
      for (const episode of ["e04", "e05", "e06", "e07", "e08"]) await guest.unlock(episode);
      assert.deepEqual(await balanceOf(guest), [350, 0, 0]);
      const back = await refund(guest, topUp.body.receipt?.id);
      assert.ok(back.outcome === "refunded");
      assert.deepEqual([back.paid, back.debt], [-500, 150]);
      assert.deepEqual(await balanceOf(guest), [0, 0, 150]);
      assert.equal((await guest.unlock("e09")).status, 402);
      await guest.topUp();
      assert.deepEqual(await balanceOf(guest), [350, 0, 0]);
    });

    it("keeps who earned, where and by which list, so that it can be taken off their statement", async () => {
      const guest = await createGuest(platform());
      const { body } = await guest.unlock("e04", { headers: { "drama-placement": "footer" } });
      await refund(guest, body.receipt?.id);
      const { body: rows } = await guest.request<LedgerView>("/inspect/ledger");
      const taken = rows.journals.find(({ kind }) => kind === "refund");
      assert.deepEqual(
        [
          taken?.reverses,
          taken?.placement,
          taken?.origin,
          taken?.rightsHolder,
          taken?.priceList,
          taken?.series,
        ],
        [body.receipt?.id, "footer", "https://news.example", "studio-one", "list-1", "lantern"],
      );
      assert.equal(taken?.note, "the film was cut off");
      assert.deepEqual(taken?.items, [{ episode: "e04", price: 90, generation: 1 }]);
    });

    it("of somebody else's receipt, or of none, does nothing", async () => {
      const [guest, other] = await Promise.all([createGuest(platform()), createGuest(platform())]);
      const { body } = await guest.unlock("e04");
      assert.equal((await refund(other, body.receipt?.id)).outcome, "unknown-receipt");
      assert.equal((await refund(guest, undefined)).outcome, "unknown-receipt");
      assert.deepEqual([await guest.coins(), await other.coins()], [210, 300]);
    });

    it("twenty at once give back once, and racing purchases stay whole", async () => {
      const guest = await createGuest(platform());
      const { body } = await guest.unlock("e04");
      const ends = await Promise.all([
        ...Array.from({ length: 20 }, () => refund(guest, body.receipt?.id)),
        guest.unlock("e05"),
        guest.unlock("e06"),
      ]);
      assert.equal(ends.filter((end) => "already" in end && end.already === false).length, 1);
      assert.deepEqual(await balanceOf(guest), [0, 120, 0]);
    });
  });

  describe("revocation", () => {
    it("locks at once and gives no coins back; the episode can be bought again", async () => {
      const guest = await createGuest(platform());
      const before = await guest.unlock("e04");
      const { episodes } = await platform().backoffice.revoke(await keyOf(guest), {
        ...{ series: "lantern", episodes: ["e04", "e05"], at: at(), note: "shared account" },
      });
      assert.deepEqual(episodes, ["e04"]);
      const { body, status } = await guest.check("episodes=e04&playback=e04");
      assert.deepEqual([status, body.items[0]?.state, await guest.coins()], [200, "locked", 210]);
      assert.ok(
        (body.wallet?.rev ?? 0) > (before.body.wallet?.rev ?? 0),
        "a revocation is newer than the grant",
      );
      assert.equal((await guest.unlock("e04")).body.charged?.amount, 90);
      assert.deepEqual(await balanceOf(guest), [0, 120, 0]);
    });

    it("of a series ends every right in it, and a second one finds nothing", async () => {
      const guest = await createGuest(platform());
      for (const episode of ["e04", "e05"]) await guest.unlock(episode);
      const order = { series: "lantern", at: at() };
      const first = await platform().backoffice.revoke(await keyOf(guest), order);
      assert.deepEqual(first.episodes, ["e04", "e05"]);
      assert.deepEqual((await platform().backoffice.revoke(await keyOf(guest), order)).episodes, []);
    });
  });

  describe("gift", () => {
    it("of coins and of an episode is given once for its reference", async () => {
      const guest = await createGuest(platform());
      const order = {
        ...{ ref: randomUUID(), at: at(), paid: 0, bonus: 40, priceList: "list-1" },
        ...{ series: "lantern", episodes: ["e08"], rightsHolder: "studio-one" },
      };
      const first = await platform().backoffice.gift(await keyOf(guest), order);
      const second = await platform().backoffice.gift(await keyOf(guest), order);
      assert.deepEqual([first.already, second.already, second.receipt], [false, true, first.receipt]);
      assert.deepEqual(await balanceOf(guest), [0, 340, 0]);
      const { body } = await guest.check("episodes=e08");
      assert.ok(body.items[0]?.state === "granted" && body.items[0].via === "gift");
    });

    it("that ends says until when, locks when it has ended, and can then be bought", async () => {
      const guest = await createGuest(platform());
      const soon = new Date(platform().now() + 60_000).toISOString();
      await give(guest, { episodes: ["e04"], until: soon });
      const given = (await guest.check("episodes=e04")).body.items[0];
      assert.ok(given?.state === "granted" && given.until === soon);
      platform().advance(60);
      assert.equal(await stateOf(guest, "e04"), "locked");
      const bought = await guest.unlock("e04");
      assert.deepEqual([bought.status, bought.body.charged?.amount], [200, 90]);
      const item = (await guest.check("episodes=e04")).body.items[0];
      assert.ok(item?.state === "granted" && item.until === undefined);
    });
  });
}
