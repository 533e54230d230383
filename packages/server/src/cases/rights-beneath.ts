import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { GUEST_ISSUER } from "../identity/guest-tokens.js";
import { createCode, digestCode } from "../ledger/codes.js";
import { writeStatement } from "../statement/write-statement.js";
import type { Identity } from "../store/store.js";
import { createMember, mergeGuest } from "../testing/member.js";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, type UnlockBody, type Visitor } from "../testing/visitor.js";

const SERIES = "harbour";
const COINS = 50;

/**
 * One episode for which a person has two rights, because an account and its guests each had one: what is given back ends
 * the right that it gave, and no other.
 */
export function rightsBeneathCases(platform: () => TestPlatform): void {
  const at = () => new Date(platform().now()).toISOString();
  const makeCode = async (episodes?: readonly string[]) => {
    const code = createCode();
    const order = { digests: [await digestCode(code)], batch: "spring", series: SERIES, uses: 1, at: at() };
    await platform().backoffice.addCodes({ ...order, ...(episodes ? { episodes } : {}) });
    return code;
  };
  const redeem = async (visitor: Visitor, episodes?: readonly string[]) => {
    const answer = await visitor.request<UnlockBody>("/unlocks", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
      body: JSON.stringify({
        ...{ refs: [{ series: SERIES, episode: "e04" }], offerId: "code" },
        evidence: { code: await makeCode(episodes) },
      }),
    });
    assert.equal(answer.status, 200);
    return answer.body.receipt?.id ?? "";
  };
  const pay = async (visitor: Visitor, episode = "e04", series = SERIES) => {
    const { body } = await visitor.unlock(episode, { series });
    assert.ok(body.charged && body.charged.amount > 0, "paid with coins");
    return body.receipt?.id ?? "";
  };
  const refund = async (receipt: string) => {
    const buyer = await platform().backoffice.findBuyer(receipt);
    assert.ok(buyer);
    const done = await platform().backoffice.refund(buyer, { receipt, at: at() });
    assert.ok(done.outcome === "refunded");
    return done;
  };
  const idOf = async (identity: Identity) => {
    const viewer = await platform().backoffice.findViewer(identity);
    assert.ok(viewer);
    return viewer;
  };
  const guestOf = ({ tokens }: Visitor) => ({ issuer: GUEST_ISSUER, subject: tokens.viewer });
  /** What the episode is to somebody, and whether its film is given. */
  const see = async (visitor: Visitor, episode = "e04", series = SERIES) => {
    const [item] = (await visitor.check(`episodes=${episode}`, series)).body.items;
    const { status } = await visitor.request(`/series/${series}/episodes/${episode}/playback`);
    assert.equal(status, item?.state === "granted" ? 200 : 402);
    return item?.state === "granted" ? item.via : item?.state;
  };
  const prove = async () => {
    const { journals: _, ...counts } = await platform().backoffice.proof();
    assert.deepEqual(
      Object.entries(counts).filter(([, count]) => count !== 0),
      [],
    );
    const all = { from: "2000-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };
    assert.ok((await writeStatement(platform().backoffice, all, () => {})).reconciles);
  };

  /** Ways to an account with an episode of which a guest or the account itself paid, and the other has a free one. */
  const ways: Record<string, () => Promise<{ account: Visitor; free: string; paid: string; via: string }>> = {
    "the account redeemed a code, a guest paid": async () => {
      const [guest, account] = [await createGuest(platform()), await createMember(platform())];
      const free = await redeem(account);
      const paid = await pay(guest);
      await mergeGuest(account, guest);
      return { account, free, paid, via: "gift" };
    },
    "a guest paid before the account redeemed a code": async () => {
      const [guest, account] = [await createGuest(platform()), await createMember(platform())];
      const paid = await pay(guest);
      const free = await redeem(account);
      await mergeGuest(account, guest);
      return { account, free, paid, via: "gift" };
    },
    "the account paid, a guest redeemed a code": async () => {
      const [guest, account] = [await createGuest(platform()), await createMember(platform())];
      const free = await redeem(guest);
      await account.topUp();
      const paid = await pay(account);
      await mergeGuest(account, guest);
      return { account, free, paid, via: "gift" };
    },
    "a first guest redeemed a code, a second one paid": async () => {
      const [first, second] = [await createGuest(platform()), await createGuest(platform())];
      const account = await createMember(platform());
      const [free, paid] = [await redeem(first), await pay(second)];
      for (const guest of [first, second]) await mergeGuest(account, guest);
      return { account, free, paid, via: "gift" };
    },
    "a first guest paid, a second one redeemed a code": async () => {
      const [first, second] = [await createGuest(platform()), await createGuest(platform())];
      const account = await createMember(platform());
      const [paid, free] = [await pay(first), await redeem(second)];
      for (const guest of [first, second]) await mergeGuest(account, guest);
      return { account, free, paid, via: "gift" };
    },
    "the account redeemed a code for several episodes, a guest paid": async () => {
      const [guest, account] = [await createGuest(platform()), await createMember(platform())];
      const free = await redeem(account, ["e04", "e05"]);
      const paid = await pay(guest);
      await mergeGuest(account, guest);
      return { account, free, paid, via: "gift" };
    },
  };

  describe("two rights to one episode", () => {
    for (const [way, open] of Object.entries(ways)) {
      it(`${way}: giving the free one back leaves what was paid for`, async () => {
        const { account, free, paid } = await open();
        const before = await account.coins();
        const { kept, paid: coins, bonus } = await refund(free);
        assert.deepEqual([coins + bonus, await account.coins(), kept], [0, before, ["e04"]]);
        assert.equal(await see(account), "coins");
        assert.equal(await see(account, "e05"), "locked");
        await prove();
        const back = await refund(paid);
        assert.deepEqual([back.paid + back.bonus, back.kept], [COINS, undefined]);
        assert.deepEqual([await account.coins(), await see(account)], [before + COINS, "locked"]);
        for (const receipt of [paid, free]) assert.ok((await refund(receipt)).already);
        assert.deepEqual([await account.coins(), await see(account)], [before + COINS, "locked"]);
        await prove();
      });

      it(`${way}: giving the coins back, once, leaves the free one`, async () => {
        const { account, free, paid, via } = await open();
        const before = await account.coins();
        const ends = await Promise.all([refund(paid), refund(paid), refund(paid)]);
        const firsts = ends.filter(({ already }) => !already);
        assert.deepEqual(
          firsts.map(({ kept }) => kept),
          [["e04"]],
        );
        assert.deepEqual([await account.coins(), await see(account)], [before + COINS, via]);
        await prove();
        const { body } = await account.unlock("e04", { series: SERIES });
        assert.deepEqual([body.already, body.charged], [true, null]);
        await refund(free);
        assert.deepEqual([await account.coins(), await see(account)], [before + COINS, "locked"]);
        await prove();
        await account.topUp();
        assert.equal((await account.unlock("e04", { series: SERIES })).body.charged?.amount, COINS);
        await prove();
      });

      it(`${way}: what the staff revoked stays shut, and its coins can still be given back, once`, async () => {
        const { account, free, paid } = await open();
        const before = await account.coins();
        const identity = (account as Visitor & { identity: Identity }).identity;
        const order = { series: SERIES, episodes: ["e04"], at: at() };
        assert.deepEqual((await platform().backoffice.revoke(await idOf(identity), order)).episodes, ["e04"]);
        assert.equal(await see(account), "locked");
        assert.equal((await refund(free)).kept, undefined);
        assert.equal(await see(account), "locked");
        const back = await refund(paid);
        assert.deepEqual([back.paid + back.bonus, back.kept], [COINS, undefined]);
        assert.ok((await refund(paid)).already);
        assert.deepEqual([await account.coins(), await see(account)], [before + COINS, "locked"]);
        await prove();
      });
    }

    it("an account that has an episode from its guest uses up no code, and can once the coins are back", async () => {
      const [guest, account] = [await createGuest(platform()), await createMember(platform())];
      const paid = await pay(guest);
      await mergeGuest(account, guest);
      const code = await makeCode();
      const type = () =>
        account.request<UnlockBody>("/unlocks", {
          method: "POST",
          headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
          body: JSON.stringify({
            ...{ refs: [{ series: SERIES, episode: "e04" }], offerId: "code", evidence: { code } },
          }),
        });
      assert.deepEqual([(await type()).body.already, await see(account)], [true, "coins"]);
      await refund(paid);
      assert.equal(await see(account), "locked");
      const again = await type();
      assert.deepEqual([again.body.already, again.body.charged?.amount], [false, 0]);
      assert.equal(await see(account), "gift");
      await refund(again.body.receipt?.id ?? "");
      assert.deepEqual([await see(account), await account.coins()], ["locked", 300]);
      await prove();
    });

    it("the account waited and a guest paid: giving the wait back leaves what was paid for", async () => {
      const before = await createMember(platform());
      await before.check();
      platform().advance(10_800);
      const account = await createMember(platform(), before.identity.subject);
      const guest = await createGuest(platform());
      const { body } = await account.unlock("e04", { offerId: "wait" });
      assert.equal(body.charged?.amount, 0);
      const paid = await pay(guest, "e04", "lantern");
      await mergeGuest(account, guest);
      await refund(body.receipt?.id ?? "");
      assert.equal(await see(account, "e04", "lantern"), "coins");
      await refund(paid);
      assert.deepEqual([await see(account, "e04", "lantern"), await account.coins()], ["locked", 300]);
      await prove();
    });

    it("a gift that ends comes back, with its end, when the longer right of a guest is given back", async () => {
      const [guest, account] = [await createGuest(platform()), await createMember(platform())];
      await account.check();
      const until = new Date(platform().now() + 60_000).toISOString();
      await platform().backoffice.gift(await idOf(account.identity), {
        ...{ ref: randomUUID(), at: at(), paid: 0, bonus: 0, priceList: "list-1" },
        ...{ series: SERIES, episodes: ["e04", "e05"], until },
      });
      const receipts = [await pay(guest), await pay(guest, "e05")];
      await mergeGuest(account, guest);
      assert.equal(await see(account), "coins");
      assert.deepEqual((await refund(receipts[0] ?? "")).kept, ["e04"]);
      const [item] = (await account.check("episodes=e04", SERIES)).body.items;
      assert.ok(item?.state === "granted" && item.via === "gift" && item.until === until);
      platform().advance(60);
      assert.equal(await see(account), "locked");
      assert.equal((await refund(receipts[1] ?? "")).kept, undefined);
      assert.equal(await see(account, "e05"), "locked");
      await prove();
    });

    it("an older purchase of a guest is given back, and the one that took its place stays", async () => {
      const [guest, account] = [await createGuest(platform()), await createMember(platform())];
      const first = await pay(guest);
      const order = { series: SERIES, episodes: ["e04"], at: at() };
      await platform().backoffice.revoke(await idOf(guestOf(guest)), order);
      const second = await pay(guest);
      await mergeGuest(account, guest);
      await refund(first);
      assert.deepEqual([await see(account), await account.coins()], ["coins", 300 - COINS]);
      await refund(second);
      assert.deepEqual([await see(account), await account.coins()], ["locked", 300]);
      await prove();
    });

    it("a guest's right that the staff had ended before the merge does not come back", async () => {
      const [guest, account] = [await createGuest(platform()), await createMember(platform())];
      await pay(guest);
      const order = { series: SERIES, episodes: ["e04"], at: at() };
      await platform().backoffice.revoke(await idOf(guestOf(guest)), order);
      const free = await redeem(account);
      await mergeGuest(account, guest);
      assert.equal((await refund(free)).kept, undefined);
      assert.equal(await see(account), "locked");
      await prove();
    });

    it("what the platform says of an account grows newer with a refund of what a guest had for nothing", async () => {
      const [guest, account] = [await createGuest(platform()), await createMember(platform())];
      const free = await redeem(guest);
      await mergeGuest(account, guest);
      const before = (await account.check("episodes=e04", SERIES)).body.wallet?.rev ?? 0;
      await refund(free);
      const { body } = await account.check("episodes=e04", SERIES);
      assert.equal(body.items[0]?.state, "locked");
      assert.ok((body.wallet?.rev ?? 0) > before, "a right that ended is newer than the grant");
    });

    it("the proof finds a right that stayed open although it came from a guest whose coins are back", async () => {
      const [guest, account] = [await createGuest(platform()), await createMember(platform())];
      const paid = await pay(guest);
      await mergeGuest(account, guest);
      await refund(paid);
      const viewer = await idOf(account.identity);
      const put = (state: string) =>
        platform().database.script(`update drama.unlock set state = '${state}' where viewer = ${viewer}`);
      await put("active");
      const { proof } = await platform().backoffice.ledger(viewer);
      assert.deepEqual(
        [proof.openAfterRefund, (await platform().backoffice.proof()).openAfterRefund],
        [1, 1],
      );
      await put("refunded");
      await prove();
    });

    it("ends in one way, whatever races: a merge, the refund of the free one and that of the paid one", async () => {
      const pairs = await Promise.all(
        Array.from({ length: 12 }, async () => {
          const [guest, account] = [await createGuest(platform()), await createMember(platform())];
          return { guest, account, free: await redeem(account), paid: await pay(guest) };
        }),
      );
      await Promise.all(
        pairs.flatMap(({ guest, account, free, paid }, nth) => [
          mergeGuest(account, guest),
          // Some of them come before the merge, and some after it.
          nth % 4 < 2 ? refund(free) : account.check().then(() => refund(free)),
          ...(nth % 2 === 0 ? [refund(paid)] : []),
        ]),
      );
      for (const [nth, { account }] of pairs.entries()) {
        const isBack = nth % 2 === 0;
        assert.equal(await account.coins(), isBack ? 300 : 300 - COINS);
        assert.equal(await see(account), isBack ? "locked" : "coins");
      }
      await prove();
    });
  });
}
