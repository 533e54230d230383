import type { Database } from "./database.js";
import { listMigrations } from "./migrate.js";

/** Triggers without which the ledger could be changed, or not balance. */
const GUARDS = [
  "journal append_only",
  "journal_item append_only",
  "posting append_only",
  "posting sums_to_zero",
  "idem never_rewritten",
  "code_use append_only",
];

/** Says which guards of the ledger are missing or switched off, and which migrations have not run. */
export async function findGaps(database: Database): Promise<readonly string[]> {
  const read = async (statement: string) => (await database.call(statement, [])) as readonly string[];
  const guards = await read(`
    select coalesce(jsonb_agg(c.relname || ' ' || t.tgname), '[]') as result
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'drama' and t.tgenabled in ('O', 'A')`);
  const done = await read("select coalesce(jsonb_agg(name), '[]') as result from drama.migration");
  return [
    ...GUARDS.filter((guard) => !guards.includes(guard)).map((guard) => `the trigger ${guard} is off`),
    ...listMigrations()
      .filter((name) => !done.includes(name))
      .map((name) => `the migration ${name} has not run`),
  ];
}
