import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { parseReceiptPage, type ReceiptPage } from "@micro-drama/protocol";
import { GUEST_ISSUER } from "../identity/guest-tokens.js";
import type { LedgerView } from "../store/ledger-view.js";
import { createMember, mergeGuest, sendMerge } from "../testing/member.js";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, refreshGuest, type Visitor } from "../testing/visitor.js";

/** A guest who signs in loses nothing and pays nothing twice. */
export function mergeCases(platform: () => TestPlatform): void {
  const logIn = () => createMember(platform());
  const giveFilm = async (identity: { issuer: string; subject: string }, episode: string) => {
    const viewer = await platform().backoffice.findViewer(identity);
    assert.ok(viewer);
    await platform().backoffice.gift(viewer, {
      ...{ ref: randomUUID(), at: new Date(platform().now()).toISOString(), paid: 0, bonus: 0 },
      ...{ priceList: "list-1", series: "lantern", episodes: [episode], rightsHolder: "studio-one" },
    });
  };
  const granted = async (visitor: Visitor) =>
    (await visitor.check()).body.items
      .filter(({ state }) => state === "granted")
      .map(({ ref }) => ref.episode);
  const faults = async () => {
    const { journals: _, ...counts } = await platform().store.proof();
    return Object.entries(counts).filter(([, count]) => count !== 0);
  };

  describe("merge", () => {
    it("brings coins and episodes along, once, and the guest is over", async () => {
      const [guest, account] = [await createGuest(platform()), await logIn()];
      await guest.unlock("e04");
      await account.topUp();
      await account.unlock("e05");
      const first = await mergeGuest(account, guest);
      assert.deepEqual([first.already, first.episodes, first.refunded], [false, 1, null]);
      assert.deepEqual(first.wallet.balances, [{ currency: "COIN", paid: 410, bonus: 210 }]);
      assert.deepEqual(await granted(account), ["e01", "e02", "e03", "e04", "e05"]);
      const second = await mergeGuest(account, guest);
      assert.deepEqual({ ...second, wallet: 0 }, { ...first, already: true, wallet: 0 });
      assert.equal((await refreshGuest(platform(), guest.tokens.refreshToken)).status, 401);
      assert.deepEqual([(await guest.unlock("e06")).status, (await guest.topUp()).status], [401, 401]);
      assert.equal(await account.coins(), 620);
      assert.deepEqual(await faults(), []);
    });

    it("gives back in coins what both had paid for", async () => {
      const [guest, account] = [await createGuest(platform()), await logIn()];
      await guest.unlock("e04");
      await guest.unlock("e05");
      await account.topUp();
      await account.unlock("e04");
      const { refunded, episodes } = await mergeGuest(account, guest);
      assert.deepEqual([refunded?.amount, episodes], [90, 1]);
      assert.equal(await account.coins(), 410 + 120 + 90);
      assert.deepEqual(await faults(), []);
    });

    it("gives back what a second guest of the account had paid for too", async () => {
      const [phone, laptop] = await Promise.all([createGuest(platform()), createGuest(platform())]);
      const account = await logIn();
      await phone.unlock("e04");
      await laptop.unlock("e04");
      await laptop.unlock("e05");
      await mergeGuest(account, phone);
      const { refunded, episodes } = await mergeGuest(account, laptop);
      assert.deepEqual([refunded?.amount, episodes], [90, 1]);
      assert.equal(await account.coins(), 210 + 120 + 90);
      assert.deepEqual((await granted(account)).slice(3), ["e04", "e05"]);
      const again = await mergeGuest(account, laptop);
      assert.deepEqual([again.already, again.refunded?.amount], [true, 90]);
      assert.deepEqual(await faults(), []);
    });

    it("gives back what two guests had paid for, though the account or another guest had it for nothing", async () => {
      const [phone, laptop, tablet] = await Promise.all([1, 2, 3].map(() => createGuest(platform())));
      assert.ok(phone && laptop && tablet);
      const account = await logIn();
      await account.check();
      await giveFilm(account.identity, "e04");
      await giveFilm({ issuer: GUEST_ISSUER, subject: phone.tokens.viewer }, "e05");
      await phone.unlock("e04");
      for (const guest of [laptop, tablet]) for (const episode of ["e04", "e05"]) await guest.unlock(episode);
      assert.equal((await mergeGuest(account, phone)).refunded, null);
      // The phone had paid for e04. Nobody had paid for e05 before.
      assert.equal((await mergeGuest(account, laptop)).refunded?.amount, 90);
      assert.equal((await mergeGuest(account, tablet)).refunded?.amount, 180);
      assert.equal(await account.coins(), 3 * 300 - 2 * 90);
      assert.deepEqual((await granted(account)).slice(3), ["e04", "e05"]);
      assert.deepEqual(await faults(), []);
    });

    it("gives nothing back for what the staff had taken from the first guest", async () => {
      const [phone, laptop, account] = [
        await createGuest(platform()),
        await createGuest(platform()),
        await logIn(),
      ];
      await account.check();
      await giveFilm(account.identity, "e04");
      await phone.unlock("e04");
      await laptop.unlock("e04");
      const key = await platform().backoffice.findViewer({
        issuer: GUEST_ISSUER,
        subject: phone.tokens.viewer,
      });
      const at = new Date(platform().now()).toISOString();
      await platform().backoffice.revoke(key ?? 0, { series: "lantern", episodes: ["e04"], at });
      await mergeGuest(account, phone);
      assert.equal((await mergeGuest(account, laptop)).refunded, null);
      assert.equal(await account.coins(), 2 * 210);
    });

    it("takes back a guest's top-up from the coins of the account", async () => {
      const [guest, account] = [await createGuest(platform()), await logIn()];
      const { body } = await guest.topUp();
      await mergeGuest(account, guest);
      const receipt = body.receipt?.id ?? "";
      const buyer = await platform().backoffice.findBuyer(receipt);
      assert.ok(buyer);
      const at = new Date(platform().now()).toISOString();
      await platform().backoffice.refund(buyer, { receipt, at });
      const { body: wallet } = await account.request<{ balances: { paid: number; bonus: number }[] }>(
        "/wallet",
      );
      assert.deepEqual([wallet.balances[0]?.paid, wallet.balances[0]?.bonus], [0, 300]);
      assert.deepEqual(await faults(), []);
      await account.topUp();
      assert.equal(await account.coins(), 800);
    });

    it("lets the account settle what the guest had sent: same key, same answer, no second charge", async () => {
      const [guest, account] = [await createGuest(platform()), await logIn()];
      const key = randomUUID();
      const first = await guest.unlock("e04", { key });
      await mergeGuest(account, guest);
      const asked = await account.request<{ receipt?: { id: string } }>(`/unlocks/${key}`);
      assert.deepEqual([asked.status, asked.body.receipt], [200, first.body.receipt]);
      const sent = await account.unlock("e04", { key });
      assert.equal(sent.headers.get("idempotency-replayed"), "true");
      assert.deepEqual([sent.body.receipt, sent.body.items[0]?.state], [first.body.receipt, "granted"]);
      assert.equal(await account.coins(), 210);
    });

    it("leaves no coin behind when purchases race with it", async () => {
      const [guest, account] = [await createGuest(platform()), await logIn()];
      await guest.topUp();
      const ends = await Promise.all([
        ...["e04", "e05", "e06", "e07"].map((episode) => guest.unlock(episode)),
        ...[1, 2, 3].map(() => sendMerge(account, guest.tokens.refreshToken)),
        guest.topUp(),
      ]);
      const bought = ends.slice(0, 4).filter(({ status }) => status === 200).length;
      const toppedUp = ends.at(-1)?.status === 200 ? 500 : 0;
      assert.equal(await account.coins(), 800 + toppedUp - 90 * bought);
      assert.equal((await granted(account)).length, 3 + bought);
      assert.deepEqual(await faults(), []);
    });

    it("refunds of what was bought as a guest reach the account, and lock there", async () => {
      const [guest, account] = [await createGuest(platform()), await logIn()];
      const { body } = await guest.unlock("e04");
      await mergeGuest(account, guest);
      const receipt = body.receipt?.id ?? "";
      const buyer = await platform().backoffice.findBuyer(receipt);
      assert.ok(buyer);
      await platform().backoffice.refund(buyer, { receipt, at: new Date(platform().now()).toISOString() });
      assert.deepEqual([await account.coins(), (await granted(account)).length], [300, 3]);
      assert.deepEqual(await faults(), []);
      assert.equal((await account.unlock("e04")).body.charged?.amount, 90);
    });

    it("leaves no coin behind when refunds race with it", async () => {
      const sold = await Promise.all(
        Array.from({ length: 12 }, async () => {
          const [guest, account] = [await createGuest(platform()), await logIn()];
          const receipts = await Promise.all(["e04", "e05"].map((episode) => guest.unlock(episode)));
          return { guest, account, receipts: receipts.map(({ body }) => body.receipt?.id ?? "") };
        }),
      );
      const refund = async (receipt: string) => {
        const buyer = await platform().backoffice.findBuyer(receipt);
        assert.ok(buyer);
        return platform().backoffice.refund(buyer, { receipt, at: new Date(platform().now()).toISOString() });
      };
      await Promise.all(
        sold.flatMap(({ guest, account, receipts }) => [
          sendMerge(account, guest.tokens.refreshToken),
          ...receipts.map(refund),
        ]),
      );
      for (const { account } of sold) assert.equal(await account.coins(), 300);
      assert.deepEqual(await faults(), []);
    });

    it("is refused to another account, to guests, and for proofs that are none", async () => {
      const [guest, first, other] = [await createGuest(platform()), await logIn(), await logIn()];
      await mergeGuest(first, guest);
      const elsewhere = await sendMerge(other, guest.tokens.refreshToken);
      assert.deepEqual([elsewhere.status, elsewhere.body.code], [409, "merged-elsewhere"]);
      const third = await createGuest(platform());
      assert.equal((await sendMerge(third, third.tokens.refreshToken)).status, 403);
      for (const proof of [guest.tokens.token, "x"]) {
        const { status, body } = await sendMerge(other, proof);
        assert.deepEqual([status, body.code], [404, "unknown-guest"]);
      }
      assert.deepEqual([await first.coins(), await other.coins()], [300, 0]);
    });
  });

  describe("receipts", () => {
    it("tell what was bought, given back and added, page by page, also as a guest before", async () => {
      const [guest, account] = [await createGuest(platform()), await logIn()];
      const step = () => platform().advance(1);
      const { body } = await guest.unlock("e04");
      step();
      await guest.topUp();
      step();
      await mergeGuest(account, guest);
      await account.unlock("e05");
      step();
      const buyer = await platform().store.findGuest({ issuer: GUEST_ISSUER, subject: guest.tokens.viewer });
      assert.ok(buyer && body.receipt);
      const at = new Date(platform().now()).toISOString();
      await platform().backoffice.refund(buyer, { receipt: body.receipt.id, at });

      const whole = parseReceiptPage((await account.request<ReceiptPage>("/receipts")).body);
      assert.deepEqual(
        whole.receipts.map(
          ({ kind, charged, refs }) => `${kind} ${charged.amount} ${refs?.[0]?.episode ?? ""}`,
        ),
        ["refund 90 e04", "unlock 90 e05", "topup 0 ", "unlock 90 e04"],
      );
      assert.equal(whole.receipts[0]?.reverses, body.receipt.id);
      assert.deepEqual(whole.receipts[1]?.spent, { paid: 0, bonus: 90 });
      const paged: string[] = [];
      for (let before = ""; ; ) {
        const { body: page } = await account.request<ReceiptPage>(`/receipts?limit=1${before}`);
        paged.push(...page.receipts.map(({ id }) => id));
        if (page.next === undefined) break;
        before = `&before=${page.next}`;
      }
      assert.deepEqual(
        paged,
        whole.receipts.map(({ id }) => id),
      );
    });

    it("are one's own, and odd pages are refused", async () => {
      const [guest, other] = [await createGuest(platform()), await createGuest(platform())];
      await guest.unlock("e04");
      assert.deepEqual((await other.request<ReceiptPage>("/receipts")).body.receipts, []);
      for (const query of ["limit=0", "limit=101", "limit=x", "before=x", "before=2027-99-99T00:00:00Z_x"])
        assert.equal((await guest.request(`/receipts?${query}`)).status, 400, query);
      const { body } = await guest.request<LedgerView>("/inspect/ledger");
      assert.equal(body.proof.coinsLeftBehind, 0);
    });
  });
}
