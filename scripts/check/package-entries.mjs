import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Something that a package lets others import.
 *
 * @typedef {object} Entry
 * @property {string} specifier `@micro-drama/sdk/http`
 * @property {string[]} files every file that the entry points to
 * @property {string} [types] its type declarations
 * @property {boolean} isCode false for JSON and stylesheets
 */

/**
 * Reads the `exports` of an installed package; patterns are filled from the folder that they name.
 *
 * @param {string} folder of the package
 * @returns {Entry[]}
 */
export function listEntries(folder) {
  const { name, exports = {} } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return Object.entries(exports)
    .flatMap(([subpath, target]) => fillPattern(folder, subpath, flatten(target)))
    .map(({ subpath, targets }) => {
      const files = targets.map(({ file }) => path.join(folder, file));
      const types = targets.find(({ conditions }) => conditions.includes("types"));
      return {
        specifier: path.posix.join(name, subpath),
        files,
        isCode: files.some((file) => /\.m?js$/.test(file)),
        ...(types && { types: path.join(folder, types.file) }),
      };
    });
}

/** `{types: "a", default: "b"}` or "b" as a list of files with the conditions that lead to them. */
function flatten(target, conditions = []) {
  if (target === null) return [];
  if (typeof target === "string") return [{ conditions, file: target }];
  return Object.entries(target).flatMap(([condition, inner]) => flatten(inner, [...conditions, condition]));
}

function fillPattern(folder, subpath, targets) {
  if (!subpath.includes("*")) return [{ subpath, targets }];
  const code = targets.find(({ conditions }) => !conditions.includes("types")) ?? targets[0];
  const [before, after] = code.file.split("*");
  const names = readNames(path.join(folder, path.dirname(`${before}x`)))
    .map((name) => path.posix.join(path.posix.dirname(`${before}x`), name))
    .map((file) => `./${file}`)
    .filter((file) => file.startsWith(before) && file.endsWith(after))
    .map((file) => file.slice(before.length, file.length - after.length));
  return names.map((name) => ({
    subpath: subpath.replace("*", name),
    targets: targets.map(({ conditions, file }) => ({ conditions, file: file.replaceAll("*", name) })),
  }));
}

function readNames(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
