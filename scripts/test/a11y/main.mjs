import { ensureDependencies } from "../../lib/dependencies.mjs";
import { ensureEngines } from "../engines/ensure.mjs";
import { runNodeTests } from "../node-tests.mjs";
import { printSummary, sumResults } from "../results.mjs";
import { HELP, readArguments } from "./arguments.mjs";

const FOLDER = "scripts/test/a11y";

/** All states in two directions and two colour schemes, on two busy cores. */
const FILE_TIMEOUT_MS = 600_000;

/**
 * The whole of `npm run test:a11y`; its last line is `N passed, N failed`.
 *
 * @param {string[]} argv
 * @returns {Promise<number>} the exit code
 */
export async function main(argv) {
  const options = readArguments(argv);
  if (options.help || options.problem) {
    console.log(options.problem ?? HELP);
    return options.problem ? 2 : 0;
  }
  const problem = await ensureDependencies();
  const results = problem ? [{ part: "install", passed: 0, failed: 1, note: problem }] : await run(options);
  printSummary(results);
  return sumResults(results).failed > 0 ? 1 : 0;
}

async function run({ parts, engines, update }) {
  const types = await import("../parts/types.mjs");
  const compiled = await types.run({ targets: [] });
  if (compiled.failed > 0) return [{ part: "types", ...compiled }];
  const results = [];
  for (const part of parts) {
    const tried = part.engines.filter((engine) => engines.includes(engine));
    const { found, failed, note } = await ensureEngines(tried);
    if (failed > 0) results.push({ part: part.name, passed: 0, failed, note });
    for (const { engine } of found) {
      console.log(`\n── ${part.name} in ${engine} ──`);
      const start = Date.now();
      const env = { JOURNEY_ENGINE: engine, ...(update && { A11Y_UPDATE: "1" }) };
      const counts = await runNodeTests([`${FOLDER}/${part.file}`], {
        concurrency: 1,
        timeoutMs: FILE_TIMEOUT_MS,
        env,
      });
      results.push({ part: `${part.name} ${engine}`, seconds: (Date.now() - start) / 1000, ...counts });
    }
  }
  return results;
}
