import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openScratchDatabase, type ScratchDatabase } from "../testing/scratch-database.js";
import type { Database } from "./database.js";
import { migrate } from "./migrate.js";
import { connectPostgres } from "./pg.js";
import { createSqlBackoffice } from "./sql-backoffice.js";

const url = process.env.TEST_DATABASE_URL;
const AT = "2027-01-10T18:00:00.000Z";
const TERMS = { at: AT, priceList: "list-1" };

/** Only where there are connections to race: the embedded database has one. */
describe("a refund that waits while its guest is merged", { skip: url === undefined }, () => {
  let scratch: ScratchDatabase;
  let database: Database;
  before(async () => {
    scratch = await openScratchDatabase(url ?? "");
    database = connectPostgres(scratch.url, 4);
    await migrate(database);
  });
  after(async () => {
    await database.close();
    await scratch.drop();
  });
  const open = (subject: string) =>
    createSqlBackoffice(database).openViewer({ issuer: "x", subject }, { ...TERMS, paid: 100, bonus: 0 });
  const buy = async (viewer: number) => {
    const order = {
      ...{ ...TERMS, series: "lantern", episodes: ["e04"], items: [{ episode: "e04", price: 90 }] },
      ...{ via: "coins", offer: "coins", discountPercent: 0, key: "k", fingerprint: "f" },
    };
    const call = "select drama.unlock($1::bigint, $2::jsonb)->>'receipt' as result";
    return String(await database.call(call, [viewer, JSON.stringify(order)]));
  };
  /** Merges, and keeps its locks until the other side waits for them. */
  const mergeSlowly = (guest: number, account: number, other: string) =>
    database.script(`
      do $$ begin
        perform drama.merge_guest(${guest}, ${account}, '${JSON.stringify(TERMS)}');
        loop
          perform pg_stat_clear_snapshot();
          exit when exists (
            select from pg_stat_activity
            where wait_event_type = 'Lock' and datname = current_database() and query like '%drama.${other}%');
        end loop;
      end $$`);
  /** Resolves when the merge has the guest's wallet. */
  const untilLocked = async (guest: number) => {
    const free = `select count(*)::integer as result from (
      select from drama.wallet where viewer = $1::bigint for update skip locked) as w`;
    while ((await database.call(free, [guest])) !== 0);
  };
  const leftBehind = async () => (await createSqlBackoffice(database).proof()).coinsLeftBehind;

  it("gives its coins to the account, and leaves none with the guest who is over", async () => {
    const [guest, account] = [await open("guest"), await open("account")];
    const receipt = await buy(guest);
    const merged = mergeSlowly(guest, account, "refund");
    await untilLocked(guest);
    const refunded = await createSqlBackoffice(database).refund(guest, { receipt, at: AT });
    await merged;
    assert.ok(refunded.outcome === "refunded" && !refunded.already);
    assert.equal(await leftBehind(), 0);
    const { wallet } = await createSqlBackoffice(database).ledger(account);
    assert.equal(wallet.paid, 200);
  });

  it("and a gift that waits is refused, to be given to the account", async () => {
    const [guest, account] = [await open("second-guest"), await open("second-account")];
    const merged = mergeSlowly(guest, account, "gift");
    await untilLocked(guest);
    const gift = { ...TERMS, ref: "g", paid: 5, bonus: 0 };
    await assert.rejects(createSqlBackoffice(database).gift(guest, gift), /was merged/);
    await merged;
    assert.equal(await leftBehind(), 0);
  });
});
