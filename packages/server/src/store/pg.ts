import pg from "pg";
import type { Database } from "./database.js";
import { migrate } from "./migrate.js";
import { createSqlStore } from "./sql-store.js";
import type { Store } from "./store.js";

/** An unlock takes milliseconds; whoever waits this long for a row is told to come again. */
const STATEMENT_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** PostgreSQL keeps that limit by itself; a machine that has vanished keeps none. */
const VANISHED_AFTER_MS = 5_000;
/** Scripts say in their own words how long they may take; 0 would mean the connection's limit. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Opens a store on a PostgreSQL ≥ 15 and migrates it.
 *
 * @param url as in `postgres://user:password@host/database`
 * @param options `connections`: how many at most, 10 by default
 */
export async function openPostgres(
  url: string,
  { connections = 10 }: { connections?: number } = {},
): Promise<Store> {
  const database = connectPostgres(url, connections);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return createSqlStore(database);
}

/**
 * The bare driver, before any migration.
 *
 * @param options `timeoutMs`: when a statement is given up; 0 for never. Default: what an unlock may take
 */
export function connectPostgres(
  url: string,
  connections: number,
  { timeoutMs = STATEMENT_TIMEOUT_MS }: { timeoutMs?: number } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    statement_timeout: timeoutMs,
    ...(timeoutMs > 0 && { query_timeout: timeoutMs + VANISHED_AFTER_MS }),
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "micro-drama-server",
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  // Named statements are parsed once for each connection. There are as many as the store has methods.
  const names = new Map<string, string>();
  return {
    async call(statement, parameters) {
      const name = names.get(statement) ?? `drama_${names.size}`;
      names.set(statement, name);
      const { rows } = await pool.query<{ result: unknown }>({
        name,
        text: statement,
        values: [...parameters],
      });
      return rows[0]?.result ?? null;
    },
    async script(statements) {
      // Without BEGIN, several statements in one message are one transaction.
      await pool.query({ text: statements, query_timeout: LONGEST_TIMER_MS } as pg.QueryConfig);
    },
    close: () => pool.end(),
  };
}
