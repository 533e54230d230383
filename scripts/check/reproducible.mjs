import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { listFiles } from "../build/files.mjs";
import { fromRoot, ROOT } from "../lib/paths.mjs";
import { run } from "../lib/run.mjs";
import { DIRECTIONS } from "./imports.mjs";

/** What a build reads, from the top of the checkout. */
const TOP = ["scripts", "package.json", "package-lock.json", "tsconfig.json", "rollup.config.mjs"];

/** What a build makes in a package, all of which is published but the tests and the compiler's own notes. */
const MADE = ["dist", "cdn", "custom-elements.json"];

/** What may lie in a package's folder and is no source of it. */
const NO_SOURCE = new Set([...MADE, "node_modules", "coverage"]);

/** The compiler's notes for its next run; they are not packed. */
const NOTES = /\.tsbuildinfo$/;

/** Neither the hour, the zone nor the language of a machine may be seen in what it builds. */
const ELSEWHERE = { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };

/** Ten times what it takes on two cores. */
const BUILD_TIMEOUT_MS = 150_000;

/**
 * Builds once more from nothing, in another folder, zone and language, and compares all files with those that lie here.
 *
 * @returns {Promise<import("./run-checks.mjs").CheckResult>}
 */
export async function check() {
  const names = Object.keys(DIRECTIONS);
  const unbuilt = names.filter((name) => !existsSync(fromRoot("packages", name, "dist/index.js")));
  if (unbuilt.length > 0) return { problems: [], skipped: `not built yet: ${unbuilt.join(", ")}` };
  const folder = await mkdtemp(path.join(tmpdir(), "micro-drama-again-"));
  try {
    copySources(folder, names);
    const { code, output } = await run(process.execPath, [path.join(folder, "scripts/build.mjs")], {
      cwd: folder,
      env: ELSEWHERE,
      quiet: true,
      timeoutMs: BUILD_TIMEOUT_MS,
    });
    if (code !== 0) return { problems: [`A copy of the sources does not build:\n${output.trim()}`] };
    const again = readMade(folder, names);
    return { problems: compare(readMade(ROOT, names), again), done: `${again.size} files` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Holds two builds against each other.
 *
 * Compiled files whose source is gone lie about in many checkouts, and the compiler does not clear them away: only
 * what the new build has made is looked for in the old one.
 *
 * @param {ReadonlyMap<string, Uint8Array>} before contents by path
 * @param {ReadonlyMap<string, Uint8Array>} again
 * @returns {string[]}
 */
export function compare(before, again) {
  return [...again].flatMap(([name, content]) => {
    const old = before.get(name);
    if (!old) return [`${name} is made by a new build and was not made by the last one.`];
    const at = content.findIndex((byte, index) => byte !== old[index]);
    if (at === -1 && content.length === old.length) return [];
    const place = at === -1 ? Math.min(content.length, old.length) : at;
    return [
      `${name} differs between two builds, first at byte ${place}: ${around(old, place)} | ${around(content, place)}`,
    ];
  });
}

function around(content, at) {
  return JSON.stringify(Buffer.from(content.subarray(Math.max(0, at - 20), at + 40)).toString());
}

function copySources(folder, names) {
  for (const name of TOP) cpSync(fromRoot(name), path.join(folder, name), { recursive: true });
  for (const name of names) {
    const from = fromRoot("packages", name);
    cpSync(from, path.join(folder, "packages", name), {
      recursive: true,
      filter: (source) => !NO_SOURCE.has(path.relative(from, source)),
    });
    linkTools(path.join(from, "node_modules"), path.join(folder, "packages", name, "node_modules"));
  }
  linkTools(fromRoot("node_modules"), path.join(folder, "node_modules"));
  const own = path.join(folder, "node_modules/@micro-drama");
  mkdirSync(own);
  for (const name of names)
    symlinkSync(path.join(folder, "packages", name), path.join(own, name), "junction");
}

/** The installed tools as they are, but without the notes of earlier builds, and without our packages. */
function linkTools(from, to) {
  if (!existsSync(from)) return;
  mkdirSync(to);
  for (const name of readdirSync(from).filter((entry) => !entry.startsWith(".") && entry !== "@micro-drama"))
    symlinkSync(path.join(from, name), path.join(to, name), "junction");
}

function readMade(top, names) {
  const files = names.flatMap((name) =>
    MADE.flatMap((made) => listFiles(path.join(top, "packages", name, made), (file) => !NOTES.test(file))),
  );
  return new Map(
    files.map((file) => [path.relative(top, file).split(path.sep).join("/"), readFileSync(file)]),
  );
}
