import { run } from "../lib/run.mjs";

/** The top level that the product owner fixed, and what tools insist on. */
const ALLOWED = new Set([
  "packages",
  "examples",
  "scripts",
  "rollup.config.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
  ".changeset",
  ".ci",
  ".github",
  ".gitignore",
  ".gitattributes",
]);

/** @returns {Promise<import("./run-checks.mjs").CheckResult>} */
export async function check() {
  const { code, output } = await run(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { quiet: true },
  );
  if (code !== 0) return { problems: [], skipped: "this is no git checkout" };
  return { problems: findStrangers(output.split("\0").filter(Boolean)) };
}

/** @param {string[]} files paths from the top */
export function findStrangers(files) {
  const names = new Set(files.map((file) => file.split("/", 1)[0]));
  return [...names]
    .filter((name) => !ALLOWED.has(name))
    .map(
      (name) =>
        `${name} does not belong at the top: tool settings live in scripts/config, other things in a folder.`,
    );
}
