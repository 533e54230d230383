import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { SignJWT } from "jose";
import { createRemoteBackoffice } from "../../control/remote-backoffice.js";
import { createCode, digestCode } from "../../ledger/codes.js";
import type { Backoffice } from "../../store/backoffice.js";
import { connectPostgres } from "../../store/pg.js";
import { createSqlBackoffice } from "../../store/sql-backoffice.js";
import { openScratchDatabase } from "../scratch-database.js";
import { createWorkplace } from "../server-process.js";
import { type Cluster, openCluster } from "./cluster.js";
import { type Fleet, startFleet } from "./fleet.js";
import type { Credentials } from "./person.js";
import {
  CODED_SERIES,
  EPISODE_COINS,
  SERIES,
  SESSION_CAP_COINS,
  TOPUP,
  WAIT_SECONDS,
  WELCOME_COINS,
} from "./schedule.js";

/** Issuer of the accounts' tokens. */
export const ACCOUNTS = "https://login.soak.example";
/** Connections of the staff; the servers have their own. */
const STAFF_CONNECTIONS = 8;

const PRICES = {
  version: "soak",
  currency: "COIN",
  guest: { bonus: WELCOME_COINS.guest },
  member: { bonus: WELCOME_COINS.account },
  series: {
    "*": {
      ...{ episode: EPISODE_COINS, bundle: { rest: { discountPercent: 20 } }, codes: true },
      waitSeconds: WAIT_SECONDS,
    },
  },
  topups: [{ ...TOPUP, demo: true, label: "Play money" }],
};

/** A platform that runs in processes of its own. */
export interface SoakPlatform {
  readonly fleet: Fleet;
  /** Absent: the database is somebody else's, or lives inside the only server. */
  readonly cluster?: Cluster;
  readonly office: Backoffice;
  /** Of database and Node, in words. */
  readonly version: string;
  /** Makes an account; the platform meets it with its first request. */
  logIn(): Promise<Credentials>;
  /** Makes codes, each for so many viewers. */
  addCodes(count: number, uses: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * Starts a platform on a database of its own.
 *
 * @param database `pglite` (one process), `scratch` (a PostgreSQL that is started for it), or the URL of a PostgreSQL on
 *   which databases may be created
 */
export async function openPlatform(database: string): Promise<SoakPlatform> {
  const cluster = database === "scratch" ? await openCluster() : undefined;
  const isEmbedded = database === "pglite";
  const scratch = isEmbedded ? undefined : await openScratchDatabase(cluster?.url ?? database);
  const place = createWorkplace(PRICES, SERIES);
  const secret = randomBytes(32).toString("hex");
  const fleet = await startFleet({
    size: isEmbedded ? 1 : 2,
    args: [
      ...place.serve,
      ...["--issuer", `${ACCOUNTS}=env:SOAK_SECRET`, "--trust-proxy"],
      ...["--max-per-session", String(SESSION_CAP_COINS)],
    ],
    env: { SOAK_SECRET: secret, ...(scratch ? { DATABASE_URL: scratch.url } : {}) },
  });
  // Asking for the proof of a large ledger takes as long as it takes.
  const direct = scratch && connectPostgres(scratch.url, STAFF_CONNECTIONS, { timeoutMs: 0 });
  const office = direct
    ? createSqlBackoffice(direct)
    : createRemoteBackoffice(join(place.data, "control.sock"));
  const engine = direct
    ? String(await direct.call("select split_part(version(), ' (', 1) as result", []))
    : "PGlite";
  return {
    fleet,
    office,
    ...(cluster ? { cluster } : {}),
    version: `${engine}, Node ${process.versions.node}`,
    async logIn() {
      const subject = randomUUID();
      return { subject, token: await sign(secret, subject) };
    },
    async addCodes(count, uses) {
      const codes = Array.from({ length: count }, createCode);
      const digests = await Promise.all(codes.map(digestCode));
      const at = new Date().toISOString();
      await office.addCodes({ digests, batch: "soak", series: CODED_SERIES, uses, at });
      return codes;
    },
    async close() {
      await fleet.close();
      await direct?.close();
      await scratch?.drop();
      await cluster?.remove();
      place.remove();
    },
  };
}

function sign(secret: string, subject: string): Promise<string> {
  return new SignJWT({ sub: subject, sid: randomUUID() })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(ACCOUNTS)
    .setAudience("micro-drama")
    .setIssuedAt()
    .setExpirationTime("50m")
    .sign(new TextEncoder().encode(secret));
}
