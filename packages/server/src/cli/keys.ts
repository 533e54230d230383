import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createKeyring, generateKeySet, type Keyring, parseKeySet } from "../keys.js";
import { ConfigurationError } from "./exit.js";

/**
 * The secrets of this platform: `MICRO_DRAMA_KEYS`, or `<data>/keys.json`, made on first use. `serve` and `media` may
 * start at the same moment and get the same ones.
 */
export function loadKeys(data: string, env: Readonly<Record<string, string | undefined>>): Keyring {
  const given = env.MICRO_DRAMA_KEYS;
  if (given) return parse("MICRO_DRAMA_KEYS", given);
  const path = join(data, "keys.json");
  return parse(path, readOrMake(data, path));
}

function readOrMake(data: string, path: string): string {
  mkdirSync(data, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(generateKeySet(), null, 2)}\n`, { mode: 0o600 });
  try {
    // Fails when the file is there: the first process wins, and nobody reads half a file.
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, "utf8");
}

function parse(field: string, text: string): Keyring {
  try {
    return createKeyring(parseKeySet(JSON.parse(text)));
  } catch (error) {
    throw new ConfigurationError(field, error instanceof Error ? error.message : String(error));
  }
}
