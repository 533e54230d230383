import type { Database } from "./database.js";

/** Connections of a server to its PostgreSQL, unless it is told otherwise. */
export const CONNECTIONS = 10;

/**
 * The database that `DATABASE_URL` names, or the embedded one of a data folder; not migrated. A PostgreSQL is
 * reached only when it is first asked.
 *
 * @param options `isPatient`: statements may take as long as they need, for commands that look at the whole ledger
 * @throws DramaError `data-in-use` when another process has the folder
 */
export async function openDatabase(
  data: string,
  url: string | undefined,
  { isPatient = false }: { readonly isPatient?: boolean } = {},
): Promise<Database> {
  const options = isPatient ? { timeoutMs: 0 } : {};
  if (url) return (await import("./pg.js")).connectPostgres(url, CONNECTIONS, options);
  return (await import("./pglite.js")).connectPGlite(data);
}
