import { main as build } from "../build/main.mjs";
import { wordsOf } from "../lib/words.mjs";
import { findEngine } from "../test/engines/find.mjs";
import { KINDS } from "./kinds/all.mjs";
import { createHelp, parseOptions } from "./options.mjs";
import { formatResult, formatSummary, HEAD } from "./report.mjs";
import { runKinds } from "./run-kinds.mjs";

/**
 * The whole of `npm run faults`.
 *
 * @param {string[]} argv
 * @returns {Promise<number>} the exit code: 1 when a promise was broken, 2 when the command line makes no sense
 */
export async function main(argv) {
  let options;
  try {
    options = parseOptions(argv, KINDS);
  } catch (error) {
    console.error(wordsOf(error));
    return 2;
  }
  if (options.help) {
    console.log(createHelp(KINDS));
    return 0;
  }
  if (options.build) {
    const code = await build([]);
    if (code !== 0) return code;
  }
  const engine = findEngine("blink");
  if (!engine.ok) {
    console.error(`This needs Chromium: ${engine.why}.`);
    return 1;
  }
  console.log(HEAD);
  const results = await runKinds(options.kinds, {
    executablePath: engine.paths.browser,
    parallel: options.parallel,
    onResult: (result, kind) => console.log(formatResult(result, kind)),
  });
  console.log(formatSummary(results));
  return results.every(({ problems }) => problems.length === 0) ? 0 : 1;
}
