import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
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
  const database = await connectPGlite(folder);
  try {
    await migrate(database);
    return createSqlStore(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The bare database, before any migration. */
export async function connectPGlite(folder?: string): Promise<Database> {
  if (folder === undefined) return wrap(await PGlite.create(), () => {});
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  try {
    return wrap(await PGlite.create({ dataDir: await prepare(folder) }), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * A database that was killed while it was first made cannot be opened again. So it is made under another name, and
 * only a whole one gets the real one.
 */
async function prepare(folder: string): Promise<string> {
  const path = join(folder, "db");
  if (existsSync(path)) return path;
  const draft = join(folder, "db.new");
  rmSync(draft, { recursive: true, force: true });
  const lite = await PGlite.create({ dataDir: draft });
  await lite.close();
  renameSync(draft, path);
  return path;
}

function wrap(lite: PGlite, release: () => void): Database {
  return {
    async call(statement, parameters) {
      const { rows } = await lite.query<{ result: unknown }>(statement, [...parameters]);
      return rows[0]?.result ?? null;
    },
    async script(statements) {
      await lite.exec(statements);
    },
    async close() {
      await lite.close();
      release();
    },
  };
}
