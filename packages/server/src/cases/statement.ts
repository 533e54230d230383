import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { GUEST_ISSUER } from "../identity/guest-tokens.js";
import { writeStatement } from "../statement/write-statement.js";
import { createSqlBackoffice } from "../store/sql-backoffice.js";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest } from "../testing/visitor.js";

/** What publishers and creators are paid by. */
export function statementCases(platform: () => TestPlatform): void {
  const read = async (period: { from: string; to: string }, pageSize: number) => {
    const rows: string[] = [];
    const office = createSqlBackoffice(platform().database, { pageSize });
    const totals = await writeStatement(office, period, (text) => {
      rows.push(text);
    });
    return { totals, csv: rows.join("") };
  };

  describe("statement", () => {
    it("is the same whatever its pages, and reconciles to the coin after bundles and refunds", async () => {
      platform().advance(1);
      const from = new Date(platform().now()).toISOString();
      for (const _ of [1, 2, 3]) {
        const guest = await createGuest(platform());
        await guest.topUp();
        await guest.unlock("e05");
        const rest = ["e04", "e06", "e07", "e08", "e09"];
        const { body } = await guest.unlock(rest, { offerId: "rest" });
        const viewer = await platform().store.findViewer({
          issuer: GUEST_ISSUER,
          subject: guest.tokens.viewer,
        });
        assert.ok(viewer);
        const order = { receipt: body.receipt?.id ?? "", at: from };
        await platform().backoffice.refund(viewer, { ...order, episodes: ["e07"] });
      }
      platform().advance(1);
      const period = { from, to: new Date(platform().now()).toISOString() };
      const [whole, small] = [await read(period, 1000), await read(period, 2)];
      assert.equal(small.csv, whole.csv);
      assert.deepEqual(small.totals, whole.totals);
      const { paid, bonus, sales, refunds, reconciles } = whole.totals;
      // 90 + 360 - 72 each: 300 of them were bonus coins, spent first.
      assert.deepEqual(
        { coins: paid + bonus, sales, refunds, reconciles },
        {
          coins: 3 * 378,
          sales: 18,
          refunds: 3,
          reconciles: true,
        },
      );
    });

    it("of a period without sales has its head alone", async () => {
      const { csv, totals } = await read({ from: "2000-01-01T00:00:00Z", to: "2000-02-01T00:00:00Z" }, 10);
      assert.deepEqual([csv.split("\r\n").length, totals.reconciles, totals.paid], [2, true, 0]);
    });

    it("of everything that these tests sold reconciles", async () => {
      const { totals } = await read({ from: "2000-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" }, 50);
      assert.ok(totals.sales > 50 && totals.refunds > 5);
      assert.ok(totals.reconciles, JSON.stringify(totals));
    });
  });
}
