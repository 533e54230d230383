import type { Database } from "./database.js";

/** Connections of a server to its PostgreSQL, unless it is told otherwise. */
export const CONNECTIONS = 10;

/**
 * The database that `DATABASE_URL` names, or the embedded one of a data folder; not migrated. A PostgreSQL is
 * reached only when it is first asked.
 *
 * @throws DramaError `data-in-use` when another process has the folder
 */
export async function openDatabase(data: string, url: string | undefined): Promise<Database> {
  if (url) return (await import("./pg.js")).connectPostgres(url, CONNECTIONS);
  return (await import("./pglite.js")).connectPGlite(data);
}
