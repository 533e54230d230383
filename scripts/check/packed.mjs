import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fromRoot } from "../lib/paths.mjs";
import { run, runBin, runNpm } from "../lib/run.mjs";
import { DIRECTIONS } from "./imports.mjs";
import { listEntries } from "./package-entries.mjs";

/** A page's project: nothing but our tarballs. */
const PROJECT = { name: "stranger", private: true, type: "module" };

/** Installing needs the registry at most once; after that npm's cache has it. */
const INSTALL_TIMEOUT_MS = 180_000;

/** @returns {Promise<import("./run-checks.mjs").CheckResult>} */
export async function check() {
  const names = Object.keys(DIRECTIONS);
  const unbuilt = names.filter((name) => !existsSync(fromRoot("packages", name, "dist/index.js")));
  if (unbuilt.length > 0) return { problems: [], skipped: `not built yet: ${unbuilt.join(", ")}` };
  const folder = await mkdtemp(path.join(tmpdir(), "micro-drama-packed-"));
  try {
    return { problems: await checkIn(folder, names), done: names.join(", ") };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkIn(folder, names) {
  await writeFile(path.join(folder, "package.json"), JSON.stringify(PROJECT));
  const packed = await runNpm(
    [
      "pack",
      "--json",
      "--ignore-scripts",
      "--pack-destination",
      folder,
      ...names.map((name) => `--workspace=packages/${name}`),
    ],
    { quiet: true },
  );
  if (packed.code !== 0) return [`npm pack failed:\n${packed.output.trim()}`];
  const tarballs = JSON.parse(packed.output.slice(packed.output.indexOf("["))).map(
    ({ filename }) => `./${filename}`,
  );
  const installed = await runNpm(
    ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", ...tarballs],
    {
      cwd: folder,
      quiet: true,
      timeoutMs: INSTALL_TIMEOUT_MS,
    },
  );
  if (installed.code !== 0)
    return [
      `The packed packages do not install:\n${installed.output.trim().split("\n").slice(-10).join("\n")}`,
    ];
  const entries = names.flatMap((name) => listEntries(path.join(folder, "node_modules/@micro-drama", name)));
  return [
    ...entries.flatMap(checkFiles),
    ...(await importAll(folder, entries)),
    ...(await typecheck(folder, entries)),
  ];
}

/** Whatever `exports` names has to be in the tarball. */
function checkFiles({ specifier, files, isCode, types }) {
  const missing = files
    .filter((file) => !existsSync(file))
    .map((file) => `${specifier} points to ${path.basename(file)}, which is not packed.`);
  return isCode && !types ? [...missing, `${specifier} has no types.`] : missing;
}

/** In Node there is no `window` and no `customElements`: servers import pages' code too. */
async function importAll(folder, entries) {
  const problems = [];
  for (const { specifier } of entries.filter(({ isCode, files }) => isCode && files.every(existsSync))) {
    const script = `await import(${JSON.stringify(specifier)});`;
    const { code, output } = await run(process.execPath, ["--input-type=module", "-e", script], {
      cwd: folder,
      quiet: true,
    });
    if (code !== 0)
      problems.push(
        `import "${specifier}" fails in Node:\n${output.trim().split("\n").slice(0, 8).join("\n")}`,
      );
  }
  return problems;
}

/** One file that imports everything, compiled as a strict project would. */
async function typecheck(folder, entries) {
  const specifiers = entries
    .filter(({ types }) => types && existsSync(types))
    .map(({ specifier }) => specifier);
  const lines = specifiers.map((specifier, index) => `export * as entry${index} from "${specifier}";`);
  await writeFile(path.join(folder, "everything.mts"), lines.join("\n"));
  const options = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom,dom.iterable",
  ];
  const typeRoots = ["--typeRoots", fromRoot("node_modules/@types"), "--types", "node"];
  const compile = await runBin(
    "typescript",
    "tsc",
    [...options, "--skipLibCheck", ...typeRoots, "everything.mts"],
    { cwd: folder, quiet: true },
  );
  return compile.code === 0 ? [] : [`The packed types do not compile:\n${compile.output.trim()}`];
}
