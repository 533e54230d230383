import { existsSync } from "node:fs";
import { join } from "node:path";
import { isDramaError } from "@micro-drama/protocol";
import { createRemoteBackoffice } from "../../control/remote-backoffice.js";
import { controlPath } from "../../control/serve-control.js";
import type { Backoffice } from "../../store/backoffice.js";
import { openDatabase } from "../../store/open-database.js";
import { createSqlBackoffice } from "../../store/sql-backoffice.js";
import { readDatabaseUrl, toConfigurationError } from "../database-trouble.js";
import { ConfigurationError } from "../exit.js";

/** Lets a command use the ledger, and gives it back afterwards. */
export async function withOffice<T>(data: string, use: (office: Backoffice) => Promise<T>): Promise<T> {
  const { office, close } = await openOffice(data, readDatabaseUrl());
  try {
    return await use(office);
  } finally {
    await close();
  }
}

/**
 * The back office of a platform: its PostgreSQL, its embedded database, or the server that is running on that one.
 *
 * @throws DramaError `data-in-use` when another process has the folder and takes no orders
 * @throws ConfigurationError when there is no ledger yet, or one of another version
 */
async function openOffice(data: string, url: string | undefined) {
  if (!url && !existsSync(join(data, "db")))
    throw new ConfigurationError("--data", `there is no database in ${data}; run 'migrate' or 'serve' first`);
  try {
    const database = await openDatabase(data, url, { isPatient: true });
    const office = createSqlBackoffice(database);
    const missing = await office.gaps().catch(async (error: unknown) => {
      await database.close();
      throw toConfigurationError(error);
    });
    const migration = missing.find((gap) => gap.includes("migration"));
    if (migration === undefined) return { office, close: () => database.close() };
    await database.close();
    throw new ConfigurationError("database", `${migration}; run 'migrate' first`);
  } catch (error) {
    const path = controlPath(data);
    const isInUse = isDramaError(error) && error.code === "data-in-use";
    if (!isInUse || path === undefined || !existsSync(path)) throw error;
    return { office: createRemoteBackoffice(path), close: async () => {} };
  }
}
