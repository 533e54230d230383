import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "./database.js";

const FOLDER = new URL("../../sql/", import.meta.url);
const FILE = /^(\d{3})-[\w-]+\.sql$/;

/** Any number, as long as no other program on the database uses it for its own lock. */
const LOCK = 7_200_463;

/** An index on a big ledger, or another process that makes it, takes longer than an unlock may. */
const AS_LONG_AS_NEEDED = "set local statement_timeout = 0;";

/**
 * Brings the schema `drama` up to date: every numbered file in `sql/`, each in a transaction of its own, once.
 * Several processes may do so at the same time.
 *
 * @returns the files that this call ran
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  const ran: string[] = [];
  await database.script(`
    ${AS_LONG_AS_NEEDED}
    select pg_advisory_xact_lock(${LOCK});
    create schema if not exists drama;
    create table if not exists drama.migration (
      number integer primary key, name text not null, at timestamptz not null default now());`);
  for (const { number, name, statements } of readMigrations()) {
    if (await isDone(database, number)) continue;
    try {
      await database.script(`
        ${AS_LONG_AS_NEEDED}
        select pg_advisory_xact_lock(${LOCK});
        insert into drama.migration (number, name) values (${number}, '${name}');
        ${statements}`);
      ran.push(name);
    } catch (error) {
      // Another process was faster; its row refused ours.
      if (!(await isDone(database, number))) throw error;
    }
  }
  return ran;
}

/** Names of the migrations that this version knows, in order. */
export function listMigrations(): readonly string[] {
  return readMigrations().map(({ name }) => name);
}

function readMigrations() {
  return readdirSync(FOLDER)
    .filter((name) => FILE.test(name))
    .sort()
    .map((name) => ({
      number: Number(FILE.exec(name)?.[1]),
      name,
      statements: readFileSync(new URL(name, FOLDER), "utf8"),
    }));
}

async function isDone(database: Database, number: number): Promise<boolean> {
  const count = await database.call(
    "select count(*)::integer as result from drama.migration where number = $1::integer",
    [number],
  );
  return count === 1;
}
