import { relative } from "node:path";
import { format } from "node:util";
import { ROOT } from "../../lib/paths.mjs";
import { print } from "../../lib/print.mjs";

/** Passes on what went wrong in the server; the runner's own progress lines are replaced by the reporter's. */
export const quietLogger = {
  name: "quiet",
  log() {},
  debug() {},
  group() {},
  groupEnd() {},
  warn: (...words) => print(format(...words)),
  error: (...words) => print(format(...words)),
  logSyntaxError: ({ message, filePath, line }) => print(`${filePath}:${line}: ${message}`),
};

/**
 * Counts the tests of all sessions. A file that could not be loaded, or holds no test, counts as one failed.
 *
 * @param {Iterable<import("@web/test-runner-core").TestSession>} sessions
 */
export function countSessions(sessions) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const one = countSession(session);
    for (const key of Object.keys(counts)) counts[key] += one[key];
  }
  return counts;
}

function countSession(session) {
  const tests = flatten(session.testResults);
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const skipped = tests.filter((test) => test.skipped).length;
  const failed = tests.filter((test) => !test.passed && !test.skipped).length;
  const isBroken = !session.passed || passed + skipped === 0;
  return { passed, skipped, failed: failed === 0 && isBroken ? 1 : failed };
}

/**
 * Prints a line for a test file in one engine, and failures in full; the same on a terminal and in a log file.
 *
 * @param {import("@web/test-runner-core").TestSession} session that has finished
 * @param {number} seconds it took, with the opening of its page
 */
export function printSession(session, seconds) {
  const { passed, failed, skipped } = countSession(session);
  const file = relative(ROOT, session.testFile);
  const notes = [failed > 0 ? `${failed} of ${passed + failed} failed` : `${passed}`];
  if (skipped > 0) notes.push(`${skipped} skipped`);
  const mark = failed > 0 ? "✗" : "✓";
  print(`${mark} ${session.browser.name} ${file} (${notes.join(", ")})  ${seconds.toFixed(1)} s`);
  if (failed === 0) return;
  for (const { message, stack } of session.errors) print(indent([message, stack].filter(Boolean).join("\n")));
  for (const url of session.request404s) print(indent(`404 ${url}`));
  for (const test of flatten(session.testResults)) if (test.error) printFailure(test);
  if (session.errors.length === 0 && flatten(session.testResults).length === 0) print("    holds no test");
  for (const log of session.logs ?? []) print(indent(`console: ${log.map(String).join(" ")}`));
}

function printFailure({ path, error }) {
  print(`\n  ✗ ${path.join(" › ")}\n${indent(`${error.name ?? "Error"}: ${error.message}`)}`);
  if (error.expected !== undefined || error.actual !== undefined) {
    print(indent(`expected ${error.expected}\nactual   ${error.actual}`));
  }
  if (error.stack) print(indent(error.stack));
}

function flatten(suite, path = []) {
  if (!suite) return [];
  const own = suite.tests.map((test) => ({ ...test, path: [...path, test.name] }));
  return [...own, ...suite.suites.flatMap((inner) => flatten(inner, [...path, inner.name]))];
}

function indent(text) {
  return text.trimEnd().replace(/^/gm, "    ");
}
