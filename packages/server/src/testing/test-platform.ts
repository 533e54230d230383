import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSignedNetwork } from "../ads/signed-network.js";
import { type Listening, listen } from "../cli/listen.js";
import { createHandler } from "../create-handler.js";
import { createMediaHandler } from "../delivery/media-handler.js";
import { createFolderFiles } from "../delivery/node-files.js";
import type { Handler } from "../http/layers.js";
import type { RequestRecord } from "../http/request-log.js";
import { createSecretIssuer } from "../identity/issuers.js";
import { createKeyring, generateKeySet, type Keyring } from "../keys.js";
import type { Policy } from "../platform.js";
import { parsePriceList } from "../pricing/parse-price-list.js";
import type { Backoffice } from "../store/backoffice.js";
import type { Database } from "../store/database.js";
import { migrate } from "../store/migrate.js";
import { connectPostgres } from "../store/pg.js";
import { connectPGlite } from "../store/pglite.js";
import { createSqlBackoffice } from "../store/sql-backoffice.js";
import { createSqlStore } from "../store/sql-store.js";
import type { Store } from "../store/store.js";
import { createFixtureCatalogue, writeFixtureSeries } from "./fixture-series.js";
import { openScratchDatabase } from "./scratch-database.js";

/** The page of the tests. */
export const PAGE = "https://news.example";
/** A publisher with its own log-in, and the secret that it shares with the platform. */
export const PUBLISHER = {
  name: "https://login.news.example",
  secret: "a secret of more than thirty-two bytes",
};

/** The network of rewarded films, and the secret that it signs with. */
export const AD_NETWORK = { name: "house", secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" };

const PRICES = {
  version: "list-1",
  currency: "COIN",
  rate: { currency: "USD", coins: 100, amount: 99 },
  guest: { bonus: 300 },
  member: { bonus: 0 },
  series: {
    "*": { episode: 90, bundle: { rest: { discountPercent: 20 } }, waitSeconds: 10_800 },
    harbour: { episode: 50, codes: true, ads: true },
  },
  ads: { network: AD_NETWORK.name, unit: "sheet", perDay: 2, minSeconds: 15 },
  topups: [{ id: "demo-500", coins: 500, demo: true, label: "Add 500 demo coins" }],
};

/** A whole platform over real HTTP, with hands on its price list and its clock, which stands still otherwise. */
export interface TestPlatform {
  readonly api: string;
  readonly media: string;
  readonly store: Store;
  readonly backoffice: Backoffice;
  readonly keys: Keyring;
  readonly database: Database;
  readonly log: readonly RequestRecord[];
  /** What `api` serves, for mounting elsewhere. */
  readonly handler: Handler;
  now(): number;
  /** Moves the platform's clock forward. */
  advance(seconds: number): void;
  /** Puts another price list in force for everything that follows. */
  setPrices(change: { version: string; episode?: number; [field: string]: unknown }): void;
  setPolicy(change: Partial<Policy>): void;
  close(): Promise<void>;
}

/** The databases that the cases run on: always the embedded one, and PostgreSQL where there is one. */
export function listDatabases(): readonly { readonly name: string; connect(): Promise<Database> }[] {
  const url = process.env.TEST_DATABASE_URL;
  const embedded = { name: "PGlite", connect: () => connectPGlite() };
  return url ? [embedded, { name: "PostgreSQL", connect: () => connectScratch(url) }] : [embedded];
}

/** Starts API and media on free ports. */
export async function startPlatform(connect: () => Promise<Database>): Promise<TestPlatform> {
  const database = await connect();
  await migrate(database);
  const store = createSqlStore(database);
  const keys = createKeyring(generateKeySet());
  const folder = mkdtempSync(join(tmpdir(), "drama-"));
  const catalogues = ["lantern", "harbour"].map(createFixtureCatalogue);
  for (const catalogue of catalogues) writeFixtureSeries(join(folder, catalogue.id), catalogue);
  const log: RequestRecord[] = [];
  let clock = Date.parse("2027-01-10T18:00:00Z");
  const now = () => clock;
  let prices = parsePriceList(PRICES);

  const folders = catalogues.map(({ id }) => join(folder, id));
  const media = await serve(createMediaHandler({ files: createFolderFiles(folders), keys, now }));
  let policy: Policy = {
    isAllowedOrigin: (origin) => origin === PAGE || origin === "https://other.example",
    mediaOrigin: () => media.url,
    issuers: [createSecretIssuer(PUBLISHER.name, PUBLISHER.secret)],
    isInspectable: true,
    isDemo: true,
    limits: {
      guests: { burst: 10_000, perMinute: 1 },
      unlocks: { burst: 10_000, perMinute: 1 },
      reads: { burst: 10_000, perMinute: 1 },
    },
  };
  const make = () =>
    createHandler({
      ...{ store, catalogues, prices, keys, policy, now },
      adNetworks: [createSignedNetwork(AD_NETWORK.name, AD_NETWORK.secret)],
      log: (record) => log.push(record),
    });
  let handler = make();
  const api = await listen(() => handler, { port: 0, host: "127.0.0.1" });

  return {
    api: api.url,
    media: media.url,
    store,
    backoffice: createSqlBackoffice(database),
    keys,
    database,
    log,
    handler: (...request) => handler(...request),
    now,
    advance(seconds) {
      clock += seconds * 1000;
    },
    setPrices({ version, episode = 90, ...fields }) {
      const series = { ...PRICES.series, "*": { ...PRICES.series["*"], episode } };
      prices = parsePriceList({ ...PRICES, version, series, ...fields });
      handler = make();
    },
    setPolicy(change) {
      policy = { ...policy, ...change };
      handler = make();
    },
    async close() {
      await Promise.all([api.close(), media.close()]);
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function serve(handler: ReturnType<typeof createMediaHandler>): Promise<Listening> {
  return listen(() => handler, { port: 0, host: "127.0.0.1" });
}

/** A database of its own on a PostgreSQL, dropped at the end. */
async function connectScratch(url: string): Promise<Database> {
  const scratch = await openScratchDatabase(url);
  const database = connectPostgres(scratch.url, 16);
  return {
    ...database,
    async close() {
      await database.close();
      await scratch.drop();
    },
  };
}
