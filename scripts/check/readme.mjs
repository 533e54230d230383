import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fromRoot } from "../lib/paths.mjs";

/** A fenced block, and its lines that call npm, npx or node. */
const FENCE = /^```[^\n]*\n([\s\S]*?)^```/gm;
const COMMAND = /^\s*\$?\s*(npm|npx|node)\s+(.+)$/gm;

/** Words of npm itself, which need nothing of ours. */
const NPM_WORDS = ["ci", "pack", "exec", "config", "version"];

/** @returns {Promise<import("./run-checks.mjs").CheckResult>} */
export async function check() {
  const folders = ["", ...packageFolders()];
  const missing = folders.map((folder) => `${folder}README.md`).filter((file) => !existsSync(fromRoot(file)));
  const world = readWorld();
  const problems = folders
    .map((folder) => `${folder}README.md`)
    .filter((file) => !missing.includes(file))
    .flatMap((file) =>
      findBrokenCommands(readFileSync(fromRoot(file), "utf8"), world).map((problem) => `${file}: ${problem}`),
    );
  return {
    problems,
    ...(missing.length > 0 && {
      skipped: `${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} not written yet`,
    }),
  };
}

/**
 * @param {string} text of a README
 * @param {{scripts: string[], packages: string[], bins: string[], fileExists: (path: string) => boolean}} world
 * @returns {string[]} a sentence for each command that cannot work
 */
export function findBrokenCommands(text, world) {
  const blocks = [...text.matchAll(FENCE)].map(([, block]) => block);
  const commands = blocks.flatMap((block) =>
    [...block.matchAll(COMMAND)].map(([, program, rest]) => ({ program, words: rest.split(/\s+/) })),
  );
  return commands.map((command) => whyBroken(command, world)).filter(Boolean);
}

function whyBroken({ program, words }, { scripts, packages, bins, fileExists }) {
  const command = `${program} ${words.join(" ")}`;
  const [first] = words.filter((word) => !word.startsWith("-"));
  if (program === "node") {
    if (first === undefined || fileExists(first)) return undefined;
    return `\`${command}\` runs ${first}, which does not exist.`;
  }
  if (program === "npx") {
    if (!first?.startsWith("@micro-drama/") || bins.includes(first)) return undefined;
    return `\`${command}\`: ${first} has no command line.`;
  }
  if (["install", "i", "add"].includes(first)) {
    const stranger = words.find((word) => word.startsWith("@micro-drama/") && !packages.includes(word));
    return stranger && `\`${command}\` installs ${stranger}, which is none of our packages.`;
  }
  if (NPM_WORDS.includes(first)) return undefined;
  const script = first === "run" ? words[words.indexOf("run") + 1] : first;
  return scripts.includes(script)
    ? undefined
    : `\`${command}\` needs the script "${script}" in package.json.`;
}

function readWorld() {
  const manifests = packageFolders().map((folder) => readJson(`${folder}package.json`));
  return {
    scripts: Object.keys(readJson("package.json").scripts),
    packages: manifests.map(({ name }) => name),
    bins: manifests.filter(({ bin }) => bin).map(({ name }) => name),
    fileExists: (path) => existsSync(fromRoot(path)),
  };
}

function packageFolders() {
  return readdirSync(fromRoot("packages")).map((name) => `packages/${name}/`);
}

function readJson(path) {
  return JSON.parse(readFileSync(fromRoot(path), "utf8"));
}
