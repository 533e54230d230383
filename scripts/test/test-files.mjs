import { readdirSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { fromRoot, ROOT } from "../lib/paths.mjs";

/** Needs a DOM; every other test runs in Node. */
const BROWSER_TEST = /\.browser\.test\.(ts|mjs)$/;

/**
 * Finds test files by their source, so that what an old build left behind in `dist` is never run.
 *
 * @param {"unit" | "browser"} kind
 * @param {string[]} targets package names or paths; none means all
 * @returns {{source: string, runnable: string}[]} paths from the checkout's top, with `/`
 */
export function findTestFiles(kind, targets = []) {
  const wanted = targets.map(toPrefix);
  return [...packageTests(), ...scriptTests()]
    .filter(({ source }) => BROWSER_TEST.test(source) === (kind === "browser"))
    .filter(({ source }) => wanted.length === 0 || wanted.some((prefix) => isBelow(source, prefix)))
    .sort((a, b) => (a.source < b.source ? -1 : 1));
}

/** The packages that the targets name or lie in; all of them without a target. */
export function selectPackages(targets) {
  const all = packageNames();
  if (targets.length === 0) return all;
  const wanted = targets.map(toPrefix);
  return all.filter((name) => wanted.some((prefix) => isBelow(prefix, `packages/${name}`)));
}

/**
 * A package name or a path, in source or in `dist`, as a path of the source.
 *
 * @throws {Error} when it names nothing
 */
export function toPrefix(target) {
  const name = target.replace(/^@micro-drama\//, "");
  if (packageNames().includes(name)) return `packages/${name}`;
  const path = relative(ROOT, isAbsolute(target) ? target : resolve(target))
    .split(sep)
    .join("/");
  const source = path.replace(/^(packages\/[^/]+)\/dist(\/|$)/, "$1/src$2").replace(/\.js$/, ".ts");
  if (!exists(fromRoot(source)))
    throw new Error(`${target} is neither a package (${packageNames().join(", ")}) nor a path`);
  return source;
}

function packageNames() {
  return readdirSync(fromRoot("packages")).filter((name) =>
    exists(fromRoot("packages", name, "package.json")),
  );
}

function packageTests() {
  return packageNames()
    .flatMap((name) => walk(`packages/${name}/src`))
    .filter((path) => path.endsWith(".test.ts"))
    .map((source) => ({ source, runnable: source.replace("/src/", "/dist/").replace(/\.ts$/, ".js") }));
}

function scriptTests() {
  return walk("scripts")
    .filter((path) => path.endsWith(".test.mjs"))
    .map((source) => ({ source, runnable: source }));
}

function walk(folder) {
  if (!exists(fromRoot(folder))) return [];
  return readdirSync(fromRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return entry.name === "node_modules" ? [] : walk(path);
  });
}

function isBelow(path, prefix) {
  return path === prefix || path.startsWith(prefix.endsWith("/") ? prefix : `${prefix}/`);
}

function exists(path) {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
