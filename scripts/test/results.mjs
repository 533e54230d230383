import { print } from "../lib/print.mjs";

/**
 * What one part of a test run came to.
 *
 * @typedef {object} PartResult
 * @property {string} part
 * @property {number} passed
 * @property {number} failed a part that failed without counting counts as one
 * @property {number} [seconds]
 * @property {string} [note] a sentence for the summary: what was skipped, or why it failed
 */

/** @param {PartResult[]} results */
export function sumResults(results) {
  return results.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

/** Prints a line per part and, as the very last line, `N passed, N failed`. */
export function printSummary(results) {
  print("\n── summary ──");
  for (const result of results) print(formatPart(result));
  const { passed, failed } = sumResults(results);
  print(`\n${passed} passed, ${failed} failed`);
}

/** @param {PartResult} result */
export function formatPart({ part, passed, failed, seconds, note }) {
  const mark = failed > 0 ? "✗" : "✓";
  const time = seconds === undefined ? "" : `  ${seconds.toFixed(1)} s`;
  const firstLine = note?.split("\n", 1)[0];
  return `${mark} ${part.padEnd(14)} ${passed} passed, ${failed} failed${time}${firstLine ? `  (${firstLine})` : ""}`;
}
