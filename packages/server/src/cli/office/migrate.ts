import { listMigrations, migrate as runMigrations } from "../../store/migrate.js";
import { openDatabase } from "../../store/open-database.js";
import { writeLine } from "../events.js";

/**
 * `migrate`: makes the ledger or brings it up to date, and says which migrations ran. `serve` does the same when it
 * starts.
 *
 * @throws DramaError `data-in-use` when a server has the folder: it has migrated already
 */
export async function migrate({ data }: { readonly data: string }): Promise<void> {
  const database = await openDatabase(data, process.env.DATABASE_URL, { isPatient: true });
  try {
    const ran = await runMigrations(database);
    writeLine({ ran, version: listMigrations().at(-1) });
  } finally {
    await database.close();
  }
}
