import { listMigrations, migrate as runMigrations } from "../../store/migrate.js";
import { openDatabase } from "../../store/open-database.js";
import { readDatabaseUrl, toConfigurationError } from "../database-trouble.js";
import { writeLine } from "../events.js";

/**
 * `migrate`: makes the ledger or brings it up to date, and says which migrations ran. `serve` does the same when it
 * starts.
 *
 * @throws DramaError `data-in-use` when a server has the folder: it has migrated already
 * @throws ConfigurationError when `DATABASE_URL` is not the address of a database that can be used
 */
export async function migrate({ data }: { readonly data: string }): Promise<void> {
  const { ran, version } = await run(data).catch((error: unknown) => {
    throw toConfigurationError(error);
  });
  writeLine({ ran, version });
}

async function run(data: string) {
  const database = await openDatabase(data, readDatabaseUrl(), { isPatient: true });
  try {
    return { ran: await runMigrations(database), version: listMigrations().at(-1) };
  } finally {
    await database.close();
  }
}
