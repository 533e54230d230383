import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { Database } from "./database.js";
import { lockFolder } from "./lock-file.js";
import { migrate } from "./migrate.js";
import { createSqlStore } from "./sql-store.js";
import type { Store } from "./store.js";

/**
 * Opens a store in the embedded database and migrates it. The first boot takes some seconds.
 *
 * @param folder where it lives (`<folder>/db`); absent: in memory, gone at the end
 * @throws DramaError `data-in-use` when another process has the folder: two would lose writes without an error
 */
export async function openPGlite(folder?: string): Promise<Store> {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const unlock = folder === undefined ? () => {} : lockFolder(folder);
  let lite: PGlite | undefined;
  const release = async () => {
    await lite?.close();
    unlock();
  };
  try {
    lite = await PGlite.create(folder === undefined ? {} : { dataDir: join(folder, "db") });
    const database = wrap(lite, release);
    await migrate(database);
    return createSqlStore(database);
  } catch (error) {
    await release();
    throw error;
  }
}

function wrap(lite: PGlite, close: () => Promise<void>): Database {
  return {
    async call(statement, parameters) {
      const { rows } = await lite.query<{ result: unknown }>(statement, [...parameters]);
      return rows[0]?.result ?? null;
    },
    async script(statements) {
      await lite.exec(statements);
    },
    close,
  };
}
