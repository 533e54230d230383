import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** Never an input of anything. */
const SKIPPED = new Set(["node_modules", ".git", ".data"]);

/**
 * All files below a path (or the path itself when it is a file), sorted; nothing when it does not exist.
 * @param {string} start absolute
 * @param {(file: string) => boolean} [wanted]
 * @returns {string[]} absolute
 */
export function listFiles(start, wanted = () => true) {
  const found = statSync(start, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return wanted(start) ? [start] : [];
  return readdirSync(start, { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .flatMap((entry) => {
      const file = path.join(start, entry.name);
      if (entry.isDirectory()) return listFiles(file, wanted);
      return entry.isFile() && wanted(file) ? [file] : [];
    })
    .sort();
}
