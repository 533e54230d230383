import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { createCode, digestCode } from "../ledger/codes.js";
import type { LedgerView } from "../store/ledger-view.js";
import { PAGE, type TestPlatform } from "../testing/test-platform.js";
import { createGuest, type UnlockBody } from "../testing/visitor.js";

/** What the database itself refuses, and what every journal tells. */
export function ledgerCases(platform: () => TestPlatform): void {
  describe("ledger", () => {
    const sql = (statements: string) => platform().database.script(statements);

    it("cannot be changed, deleted or emptied afterwards", async () => {
      await createGuest(platform());
      for (const table of ["journal", "journal_item", "posting"]) {
        await assert.rejects(sql(`delete from drama.${table}`), /append-only/);
        await assert.rejects(sql(`truncate drama.${table} cascade`), /append-only/);
      }
      await assert.rejects(sql("update drama.journal set at = now()"), /append-only/);
      await assert.rejects(sql("update drama.posting set amount = 1"), /append-only/);
      await assert.rejects(sql("update drama.idem set outcome = '{}'"), /append-only/);
    });

    it("refuses a journal that does not sum to zero, in each bucket", async () => {
      const insert = (lines: string) =>
        sql(`
        with j as (
          insert into drama.journal (viewer, kind, ref, at, price_list)
          select min(id), 'gift', gen_random_uuid()::text, now(), 'x' from drama.viewer returning viewer, id)
        insert into drama.posting (viewer, journal, line, account, bucket, amount)
        select viewer, id, x.line, x.account, x.bucket, x.amount from j, (values ${lines}) as x (line, account, bucket, amount)`);
      await assert.rejects(insert("(1, 'wallet', 'paid', 5)"), /does not sum to zero/);
      await assert.rejects(
        insert("(1, 'wallet', 'paid', 5), (2, 'issued', 'bonus', -5)"),
        /does not sum to zero/,
      );
    });

    it("refuses coins below zero", async () => {
      await assert.rejects(sql("update drama.wallet set paid = -1"), /violates check constraint/);
    });

    it("names series, rights-holder, price list and page in every journal about episodes, however they were opened", async () => {
      const guest = await createGuest(platform());
      await guest.topUp();
      const headers = { "drama-placement": "sidebar" };
      const opened = [
        await guest.unlock("e04", { headers }),
        await guest.unlock(["e05", "e06", "e07", "e08", "e09"], { offerId: "rest", headers }),
      ];
      const code = createCode();
      const at = new Date(platform().now()).toISOString();
      const order = { digests: [await digestCode(code)], batch: "spring", series: "harbour", uses: 1, at };
      await platform().backoffice.addCodes(order);
      opened.push(
        await guest.request<UnlockBody>("/unlocks", {
          method: "POST",
          headers: { ...headers, "content-type": "application/json", "idempotency-key": randomUUID() },
          body: JSON.stringify({
            ...{ refs: [{ series: "harbour", episode: "e04" }], offerId: "code", evidence: { code } },
          }),
        }),
      );
      for (const { status } of opened) assert.equal(status, 200);
      const buyer = await platform().backoffice.findBuyer(opened[1]?.body.receipt?.id ?? "");
      assert.ok(buyer);
      await platform().backoffice.refund(buyer, { receipt: opened[1]?.body.receipt?.id ?? "", at });
      const { body } = await guest.request<LedgerView>("/inspect/ledger");
      const about = body.journals.filter(({ kind }) => kind === "unlock" || kind === "refund");
      assert.deepEqual(about.map(({ kind, offer }) => `${kind} ${offer}`).sort(), [
        "refund rest",
        "unlock code",
        "unlock coins",
        "unlock rest",
      ]);
      for (const { kind, offer, series, rightsHolder, priceList, origin, placement } of about) {
        assert.deepEqual([priceList, origin, placement], ["list-1", PAGE, "sidebar"], `${kind} ${offer}`);
        assert.ok(series && rightsHolder, `${kind} ${offer}`);
      }
      await assert.rejects(
        sql(
          `do $$ begin if exists (select from drama.journal where kind = 'unlock' and price_list is not null
           and series is not null and rights_holder is not null) then raise 'some do'; end if; end $$`,
        ),
        /some do/,
      );
      await sql(
        `do $$ begin if exists (select from drama.journal where kind = 'unlock' and (price_list is null
         or series is null or rights_holder is null)) then raise 'some lack it'; end if; end $$`,
      );
    });

    it("says in every journal who earned, where, by which list, from which bucket", async () => {
      const guest = await createGuest(platform());
      await guest.topUp();
      for (const episode of ["e04", "e05", "e06"]) await guest.unlock(episode);
      await guest.unlock("e07", { headers: { "drama-placement": "sidebar" } });
      const { body } = await guest.request<LedgerView>("/inspect/ledger");
      const journal = body.journals.find(({ placement }) => placement === "sidebar");
      const { id: _, ref, items, postings, ...facts } = journal ?? {};
      assert.deepEqual(facts, {
        at: new Date(platform().now()).toISOString(),
        kind: "unlock",
        offer: "coins",
        origin: "https://news.example",
        placement: "sidebar",
        series: "lantern",
        rightsHolder: "studio-one",
        priceList: "list-1",
        reverses: null,
        note: null,
      });
      assert.deepEqual(items, [{ episode: "e07", price: 90, generation: 1 }]);
      assert.deepEqual(postings, [
        { line: 1, account: "wallet", bucket: "bonus", amount: -30 },
        { line: 2, account: "earned", bucket: "bonus", amount: 30 },
        { line: 3, account: "wallet", bucket: "paid", amount: -60 },
        { line: 4, account: "earned", bucket: "paid", amount: 60 },
      ]);
      assert.equal(typeof ref, "string");
      assert.equal(body.proof.walletsOff, 0);
    });

    it("labels play money as such", async () => {
      const guest = await createGuest(platform());
      await guest.topUp();
      const { body } = await guest.request<LedgerView>("/inspect/ledger");
      assert.deepEqual(body.journals.map(({ kind }) => kind).sort(), ["demo-topup", "welcome"]);
    });

    it("splits the price of a bundle into whole coins that add up", async () => {
      platform().setPrices({
        version: "list-3",
        series: { "*": { episode: 7, bundle: { rest: { discountPercent: 33 } } } },
      });
      const guest = await createGuest(platform());
      const { body } = await guest.unlock(["e04", "e05", "e06", "e07", "e08", "e09"], { offerId: "rest" });
      platform().setPrices({ version: "list-1" });
      const rows = await guest.request<LedgerView>("/inspect/ledger");
      const total = rows.body.unlocks.reduce((sum, { price }) => sum + price, 0);
      assert.deepEqual([body.charged?.amount, total], [28, 28]);
      assert.ok(rows.body.unlocks.every(({ price }) => price === 4 || price === 5));
    });
  });
}
