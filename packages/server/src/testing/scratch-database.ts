import { randomBytes } from "node:crypto";
import { connectPostgres } from "../store/pg.js";

/** A database that exists for a test. */
export interface ScratchDatabase {
  readonly url: string;
  /** Drops it, whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes a database of its own on a PostgreSQL. */
export async function openScratchDatabase(server: string): Promise<ScratchDatabase> {
  const name = `drama_test_${randomBytes(6).toString("hex")}`;
  const run = async (statement: string) => {
    const admin = connectPostgres(server, 1);
    await admin.script(statement).finally(() => admin.close());
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
}
