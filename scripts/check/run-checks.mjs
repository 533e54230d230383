/**
 * What a check came to: sentences that say what is wrong, or why it could not look.
 *
 * @typedef {{problems: string[], skipped?: string, done?: string}} CheckResult
 */

/** All checks, the quick ones first. Each lies in the file of its name and exports `check(options)`. */
export const CHECKS = {
  layout: { title: "only the agreed names at the top of the checkout" },
  imports: { title: "packages import in the agreed directions only" },
  readme: { title: "commands in the READMEs exist" },
  budgets: { title: "scripts are as small as promised, and not bigger or smaller than recorded" },
  reproducible: { title: "two builds, in two folders, make the same bytes" },
  packed: { title: "packed packages install, import in plain Node, and carry their types" },
};

/**
 * Runs checks side by side, and prints a line for each, and its problems, in their order.
 *
 * @param {{names?: string[], strict?: boolean, record?: boolean}} options `names`: default all;
 *   `strict`: a check that could not look has failed
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runChecks({ names = [], strict = false, record = false } = {}) {
  const counts = { passed: 0, failed: 0 };
  const runs = (names.length > 0 ? names : Object.keys(CHECKS)).map((name) => [name, look(name, { record })]);
  for (const [name, run] of runs) {
    const result = await run;
    const problems = strict && result.skipped ? [...result.problems, result.skipped] : result.problems;
    const mark = problems.length > 0 ? "✗" : result.skipped ? "–" : "✓";
    const words = problems.length === 0 && (result.skipped ?? result.done);
    console.log(`${mark} ${name}: ${CHECKS[name].title}${words ? ` (${words})` : ""}`);
    for (const problem of problems) console.log(`    ${problem.replaceAll("\n", "\n    ")}`);
    if (problems.length > 0) counts.failed += 1;
    else if (!result.skipped) counts.passed += 1;
  }
  return counts;
}

/** Whatever a check throws is a problem that it found. */
async function look(name, options) {
  try {
    const module = await import(`./${name}.mjs`);
    return await module.check(options);
  } catch (error) {
    return { problems: [error.stack ?? String(error)] };
  }
}
