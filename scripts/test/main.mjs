import { ensureDependencies } from "../lib/dependencies.mjs";
import { print } from "../lib/print.mjs";
import { HELP, parseArguments } from "./arguments.mjs";
import { runLanes } from "./lanes.mjs";
import { printSummary, sumResults } from "./results.mjs";

/** The quick parts, one after the other: what fails fastest comes first. */
const QUICK = ["types", "lint", "checks"];

/** The parts that need compiled packages. */
const COMPILED = ["checks", "unit", "browser", "journey", "faults"];

/** What shells call a process that a signal ended: 128 and the signal's number. */
const SIGNAL_CODES = { SIGINT: 130, SIGTERM: 143 };

/**
 * The whole of `npm test`.
 *
 * @param {string[]} argv
 * @returns {Promise<number>} the exit code
 */
export async function main(argv) {
  const options = readOptions(argv);
  if (!options) return 2;
  if (options.help) {
    print(HELP);
    return 0;
  }
  // A signal ends a process without its exit handlers, and with them goes what ends screens and drivers.
  for (const [signal, code] of Object.entries(SIGNAL_CODES)) process.once(signal, () => process.exit(code));
  const problem = await ensureDependencies();
  const results = problem
    ? [{ part: "install", failed: 1, passed: 0, note: problem }]
    : await runParts(options);
  printSummary(results);
  return sumResults(results).failed > 0 ? 1 : 0;
}

async function runParts(options) {
  const results = [];
  if (!options.parts.includes("types") && options.parts.some((part) => COMPILED.includes(part))) {
    const types = await import("./parts/types.mjs");
    const built = await timed("build", () => types.run(options));
    if (built.failed > 0) results.push(built);
    if (options.watch) types.watchTypes(options);
  }
  for (const part of options.parts.filter((one) => QUICK.includes(one))) {
    const module = await import(`./parts/${part}.mjs`);
    results.push(await timed(part, () => module.run(options)));
  }
  const rest = options.parts.filter((part) => !QUICK.includes(part));
  return [...results, ...(await runLanes(rest, options, timed))];
}

/** Runs one part; whatever it throws is a failure of that part and not the end of the others. */
async function timed(part, run) {
  print(`\n── ${part} ──`);
  const start = Date.now();
  const result = await run().catch((error) => ({ passed: 0, failed: 1, note: error.stack ?? String(error) }));
  if (result.failed > 0 && result.note) print(result.note);
  return { part, seconds: (Date.now() - start) / 1000, ...result };
}

function readOptions(argv) {
  try {
    return parseArguments(argv);
  } catch (error) {
    console.error(error.message);
    return undefined;
  }
}
