import { readFileSync } from "node:fs";
import path from "node:path";
import { listFiles } from "../build/files.mjs";
import { fromRoot } from "../lib/paths.mjs";
import { findImports } from "./find-imports.mjs";

/** Who may import whom among ourselves. No cycles, no sideways arrows. */
export const DIRECTIONS = {
  protocol: [],
  sdk: ["protocol"],
  player: ["protocol", "sdk"],
  server: ["protocol"],
  packager: ["protocol"],
};

/** Packages that also run in browsers, and so know no Node. */
const FOR_BROWSERS = ["protocol", "sdk", "player"];

/** Heavy, so it comes late and through one door. */
const LAZY = "hls.js";

/** Sources that ship: tests and their helpers may use whatever the checkout has; declarations hold types only. */
const SHIPPED = /^(?!.*[\\/]testing[\\/]).*(?<!\.test|\.d)\.tsx?$/;

/** @returns {Promise<import("./run-checks.mjs").CheckResult>} */
export async function check() {
  const files = Object.keys(DIRECTIONS).flatMap(readPackage);
  const problems = [...files.flatMap(checkFile), ...checkLazy(files)];
  return { problems, done: `${files.length} files` };
}

/**
 * @param {{name: string, file: string, dependencies: string[], imports: import("./find-imports.mjs").Import[]}} source
 * @returns {string[]} a sentence for each import that leads where it must not
 */
export function checkFile({ name, file, dependencies, imports }) {
  return imports
    .map((found) => {
      const why = whyForbidden({ name, file, dependencies }, found);
      return why && `${file} imports "${found.specifier}": ${why}`;
    })
    .filter(Boolean);
}

/** Of all files, one may import hls.js, and only by `import()`. Types weigh nothing and are free. */
export function checkLazy(files) {
  const users = files.flatMap(({ file, imports }) =>
    imports
      .filter(({ specifier, isType }) => !isType && packageOf(specifier) === LAZY)
      .map((found) => ({ file, ...found })),
  );
  const eager = users
    .filter(({ isDynamic }) => !isDynamic)
    .map(({ file }) => `${file} imports ${LAZY} statically; only import() is allowed.`);
  const doors = new Set(users.map(({ file }) => file));
  const crowd =
    doors.size > 1
      ? [`${LAZY} is imported by ${[...doors].join(" and ")}; one file has to be the only door.`]
      : [];
  return [...eager, ...crowd];
}

function whyForbidden({ name, file, dependencies }, { specifier }) {
  if (specifier.startsWith(".")) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    return target.startsWith(`packages/${name}/`) ? undefined : "a relative import stays inside its package.";
  }
  if (specifier.startsWith("node:"))
    return FOR_BROWSERS.includes(name) ? `${name} also runs in browsers.` : undefined;
  const owner = packageOf(specifier);
  const sibling = owner.startsWith("@micro-drama/") && owner.slice("@micro-drama/".length);
  if (sibling && !DIRECTIONS[name].includes(sibling)) {
    return `${name} may import ${DIRECTIONS[name].join(" and ") || "none of our packages"}.`;
  }
  return dependencies.includes(owner)
    ? undefined
    : `${owner} is no dependency in packages/${name}/package.json.`;
}

function packageOf(specifier) {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

function readPackage(name) {
  const folder = fromRoot("packages", name);
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  return listFiles(path.join(folder, "src"), (file) => SHIPPED.test(file)).map((file) => ({
    name,
    dependencies,
    file: path.relative(fromRoot(), file).split(path.sep).join("/"),
    imports: findImports(readFileSync(file, "utf8")),
  }));
}
