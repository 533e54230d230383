import { ConfigurationError } from "./exit.js";

/** SQLSTATE and socket codes by which a database says that it is not the one, or not there. */
const WORDS: Readonly<Record<string, string>> = {
  "3F000": "it has no ledger; run 'migrate' first",
  "42P01": "it has no ledger; run 'migrate' first",
  "3D000": "there is no such database",
  "28P01": "the password is wrong",
  "28000": "this user may not connect",
  ECONNREFUSED: "nobody answers there",
  ENOTFOUND: "there is no such host",
};

/**
 * `DATABASE_URL`; undefined when there is none.
 *
 * @throws ConfigurationError when it is no address of a PostgreSQL. The value is not repeated: it may hold a password.
 */
export function readDatabaseUrl(): string | undefined {
  const url = process.env.DATABASE_URL;
  if (url && !/^(postgres|postgresql|socket):/.test(url))
    throw new ConfigurationError("DATABASE_URL", "expected an address that begins with postgres://");
  return url || undefined;
}

/** The same trouble in words, where it is the address of the database that is wrong; otherwise the error itself. */
export function toConfigurationError(error: unknown): unknown {
  const words = error instanceof Error && "code" in error ? WORDS[String(error.code)] : undefined;
  return words === undefined ? error : new ConfigurationError("database", words);
}
