import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { listMigrations, migrate } from "./migrate.js";
import { connectPGlite } from "./pglite.js";
import { createSqlBackoffice } from "./sql-backoffice.js";
import { createSqlStore } from "./sql-store.js";

const AT = "2027-01-10T18:00:00.000Z";

describe("migrate", () => {
  it("takes a ledger of the first version, with its purchases, to the present one, once", async () => {
    const database = await connectPGlite();
    const first = listMigrations().slice(0, 2);
    await database.script(`create schema drama; create table drama.migration (
      number integer primary key, name text not null, at timestamptz not null default now())`);
    for (const name of first) {
      await database.script(readFileSync(new URL(`../../sql/${name}`, import.meta.url), "utf8"));
      await database.script(`insert into drama.migration values (${Number(name.slice(0, 3))}, '${name}')`);
    }
    const store = createSqlStore(database);
    const order = {
      ...{ key: "k".repeat(22), fingerprint: "f", at: AT, series: "s", rightsHolder: "r", offer: "rest" },
      ...{ via: "bundle" as const, priceList: "old", discountPercent: 0, episodes: ["a", "b"] },
      items: [
        { episode: "a", price: 30 },
        { episode: "b", price: 40 },
      ],
    };
    const start = { at: AT, paid: 50, bonus: 50, priceList: "old" };
    const viewer = await store.openViewer({ issuer: "i", subject: "ana" }, start);
    const bought = await store.unlock(viewer, order);
    assert.ok(bought.outcome === "granted" && bought.receipt);

    assert.deepEqual(await migrate(database), listMigrations().slice(2));
    assert.deepEqual(await migrate(database), []);
    const office = createSqlBackoffice(database);
    assert.deepEqual(await office.gaps(), []);
    const replay = await store.unlock(viewer, order);
    assert.ok(replay.outcome === "granted" && replay.replayed);
    const back = await office.refund(viewer, { receipt: bought.receipt, episodes: ["b"], at: AT });
    assert.ok(back.outcome === "refunded");
    assert.deepEqual([back.paid, back.bonus], [20, 20]);
    const { journals, ...counts } = await office.proof();
    assert.equal(journals, 3);
    assert.deepEqual(
      Object.entries(counts).filter(([, count]) => count !== 0),
      [],
    );
    await database.close();
  });
});
