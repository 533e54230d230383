import { randomBytes } from "node:crypto";
import pg from "pg";

/** A database of its own on a PostgreSQL, with a table of wallets for the bare debit; dropped at the end. */
export async function openScratch(server, { connections, wallets }) {
  const name = `drama_bench_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: connections });
  // Connections that end as the database is dropped.
  pool.on("error", () => {});
  await pool.query(
    "create table bare_wallet (id integer primary key, coins bigint not null check (coins >= 0))",
  );
  await pool.query("insert into bare_wallet select id, 1000000000 from generate_series(0, $1) as id", [
    wallets,
  ]);
  const { rows } = await pool.query("select version() as version");
  return {
    url: url.href,
    version: rows[0].version.split(" ").slice(0, 2).join(" "),
    async debit(n) {
      const statement = { name: "debit", text: "update bare_wallet set coins = coins - 1 where id = $1" };
      const { rowCount } = await pool.query({ ...statement, values: [n % wallets] });
      return rowCount === 1;
    },
    async close() {
      await pool.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
