// Writes the player's version into its source, from its package.json; run by `npm run version`.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { fromRoot } from "../lib/paths.mjs";

const FILE = fromRoot("packages", "player", "src", "version.ts");

/**
 * Puts a version into the source of a module that exports it.
 * @param {string} source
 * @param {string} version
 * @returns {string}
 * @throws {Error} when there is no such constant in it
 */
export function withVersion(source, version) {
  const constant = /(export const VERSION = ")[^"]*(")/;
  if (!constant.test(source))
    throw new Error('There is no `export const VERSION = "…"` to write the version to.');
  return source.replace(constant, `$1${version}$2`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { version } = JSON.parse(readFileSync(fromRoot("packages", "player", "package.json"), "utf8"));
  writeFileSync(FILE, withVersion(readFileSync(FILE, "utf8"), version));
}
