import { controlPath, serveControl } from "../control/serve-control.js";
import { createBootingHandler, createHandler } from "../create-handler.js";
import type { Handler } from "../http/layers.js";
import { loadSeed } from "../seed/load-seed.js";
import type { Database } from "../store/database.js";
import { migrate } from "../store/migrate.js";
import { openDatabase } from "../store/open-database.js";
import { createSqlBackoffice } from "../store/sql-backoffice.js";
import { createSqlStore } from "../store/sql-store.js";
import { createAdNetworks } from "./ad-networks.js";
import { createPolicy } from "./configuration.js";
import { readDatabaseUrl, toConfigurationError } from "./database-trouble.js";
import { createEdge } from "./edge.js";
import { untilAskedToEnd, writeEvent, writeLine } from "./events.js";
import { forgetKeysHourly } from "./forget-keys-hourly.js";
import { loadKeys } from "./keys.js";
import { listen } from "./listen.js";

/** Options of `micro-drama-server serve`; the README says what each means. */
export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly catalogue: readonly string[];
  readonly prices: string;
  readonly origins?: readonly string[];
  readonly mediaOrigin?: string;
  readonly mediaPort?: number;
  readonly edge: string;
  readonly issuer?: readonly string[];
  readonly trustProxy: boolean;
  readonly maxPerSession?: number;
  readonly maxPerOrigin?: number;
  readonly confirmAbove?: number;
  readonly confirmUrl?: string;
  readonly confirmAcr: string;
  readonly maxDevices?: number;
  readonly adNetwork?: string;
  readonly inspect: boolean;
  readonly demo: boolean;
}

/** A database that is starting, or restarting, is asked again this often. */
const RETRY_MS = 1000;

/**
 * Listens first, so that a page learns at once that the platform is there, then opens the database. Resolves
 * when it was asked to end and everything under way is finished.
 *
 * @throws ConfigurationError, DramaError `data-in-use`, or the system's error
 */
export async function serve(options: ServeOptions): Promise<void> {
  const seed = loadSeed(options);
  const policy = createPolicy(options, seed.prices, process.env);
  const keys = loadKeys(options.data, process.env);
  const adNetworks = createAdNetworks(options.adNetwork, seed.prices, process.env);
  const edge = createEdge(options.edge, keys, process.env);
  let handler: Handler = createBootingHandler({ policy, log: writeLine });
  const server = await listen(() => handler, options);
  writeEvent("listening", { url: server.url });

  const asked = untilAskedToEnd();
  const opening = openLedger(options.data);
  try {
    // A database that is still opening cannot be stopped in order; it survives being dropped at any moment.
    const database = await Promise.race([opening, asked]);
    if (typeof database === "string") {
      writeEvent("stopping", { signal: database });
      process.exit();
    }
    const store = createSqlStore(database);
    const endForgetting = forgetKeysHourly(store);
    const endControl = await openControl(options.data, database);
    handler = createHandler({ ...seed, store, keys, policy, edge, adNetworks, log: writeLine });
    writeEvent("ready", { url: server.url, database: process.env.DATABASE_URL ? "postgresql" : "pglite" });
    writeEvent("stopping", { signal: await asked });
    await Promise.all([server.close(), endControl(), endForgetting()]);
    await store.close();
    writeEvent("stopped");
  } finally {
    await server.close();
  }
}

/** Nobody else can open the embedded database meanwhile, so its server takes the command line's orders. */
async function openControl(data: string, database: Database): Promise<() => Promise<void>> {
  const path = process.env.DATABASE_URL ? undefined : controlPath(data);
  return path === undefined ? async () => {} : serveControl(path, createSqlBackoffice(database));
}

async function openLedger(data: string): Promise<Database> {
  for (;;) {
    let database: Database | undefined;
    try {
      database = await openDatabase(data, readDatabaseUrl());
      await migrate(database);
      return database;
    } catch (error) {
      await database?.close();
      if (!isStarting(error)) throw toConfigurationError(error);
      writeEvent("waiting", { for: "the database", error: error instanceof Error ? error.message : "" });
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Nobody listens yet, or PostgreSQL says that it is starting up (57P03). */
function isStarting(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    ["ECONNREFUSED", "ENOENT", "EAI_AGAIN", "57P03", "53300"].includes(String(error.code))
  );
}
