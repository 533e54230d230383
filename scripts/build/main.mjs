import { createProgress } from "../lib/progress.mjs";
import { wordsOf } from "../lib/words.mjs";
import { build } from "./build.mjs";

const HELP = `Usage: npm run build [-- --force]

Compiles the packages (tsc -b), bundles the player into packages/player/cdn (rollup) and writes its
custom-elements.json. Only what is stale is built; --force builds all of it.`;

/**
 * The whole of `npm run build`.
 * @param {string[]} argv
 * @returns {Promise<number>} the exit code
 */
export async function main(argv) {
  const unknown = argv.find((word) => !["--force", "--help", "-h"].includes(word));
  if (unknown !== undefined) {
    console.error(`Unknown option ${unknown}.\n\n${HELP}`);
    return 2;
  }
  if (argv.includes("--help") || argv.includes("-h")) {
    console.log(HELP);
    return 0;
  }
  const progress = createProgress();
  try {
    const ran = await build({ progress, force: argv.includes("--force") });
    if (ran === 0) progress.say("  ✓ Everything is up to date");
    return 0;
  } catch (error) {
    console.error(`\n${wordsOf(error)}\n`);
    return 1;
  }
}
