import { existsSync } from "node:fs";
import { relative } from "node:path";
import { run } from "node:test";
import { inspect } from "node:util";
import { fromRoot, ROOT } from "../lib/paths.mjs";
import { print } from "../lib/print.mjs";

/**
 * Runs files with Node's test runner and prints a line per file, with the seconds it took, and failures in full.
 *
 * @param {string[]} files from the checkout's top
 * @param {{label?: string, watch?: boolean, concurrency?: number, timeoutMs?: number, env?: Record<string, string>}} [options]
 *   `label` tells apart the lines of several runs at once
 * @returns {Promise<{passed: number, failed: number, note?: string}>}
 */
export async function runNodeTests(
  files,
  { label = "", watch = false, concurrency = 2, timeoutMs = 120_000, env = {} } = {},
) {
  const missing = files.filter((file) => !existsSync(fromRoot(file)));
  for (const file of missing) print(`✗ ${file}: not compiled`);
  const restore = setEnvironment({ NODE_OPTIONS: "--enable-source-maps", ...env });
  const present = files.filter((file) => !missing.includes(file)).map((file) => fromRoot(file));
  try {
    const stream = run({ files: present, concurrency, watch, timeout: timeoutMs });
    const tally = await collect(stream, label);
    const failed = tally.failed + missing.length;
    if (failed === 0 && tally.passed === 0)
      return { passed: 0, failed: 1, note: `no test ran in ${files.length} files` };
    return { passed: tally.passed, failed, ...(tally.skipped > 0 && { note: `${tally.skipped} skipped` }) };
  } finally {
    restore();
  }
}

async function collect(stream, label) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  let current = newFile();
  const next = (file) => {
    if (file === current.file) return;
    printFile(current, label);
    current = newFile(file);
  };
  for await (const { type, data } of stream) {
    if (type === "test:watch:drained") {
      next(undefined);
      print(`${tally.passed} passed, ${tally.failed} failed; watching, Ctrl-C ends it`);
      Object.assign(tally, { passed: 0, failed: 0, skipped: 0 });
      continue;
    }
    if (type === "test:stdout" || type === "test:stderr") {
      next(data.file);
      current.output.push(data.message);
    }
    if (type !== "test:pass" && type !== "test:fail") continue;
    next(data.file);
    if (data.nesting === 0) current.ms += data.details?.duration_ms ?? 0;
    const outcome = readOutcome(type, data);
    if (!outcome) continue;
    tally[outcome] += 1;
    current[outcome] += 1;
    if (outcome === "failed") current.failures.push(data);
  }
  printFile(current, label);
  return tally;
}

/** A suite is no test of its own, but one whose hook failed has no other line that says so. */
function readOutcome(type, data) {
  const isSuite = data.details?.type === "suite";
  if (data.skip !== undefined || data.todo !== undefined) return isSuite ? undefined : "skipped";
  if (type === "test:pass") return isSuite ? undefined : isEmptyFile(data) ? "failed" : "passed";
  return data.details?.error?.failureType === "subtestsFailed" ? undefined : "failed";
}

/** Node reports a file that registered no test as one passing test named like the file. */
function isEmptyFile({ name, file }) {
  return name === file;
}

function newFile(file) {
  return { file, passed: 0, failed: 0, skipped: 0, ms: 0, failures: [], output: [] };
}

function printFile({ file, passed, failed, ms, failures, output }, label) {
  if (file === undefined || passed + failed === 0) return;
  const count = failed > 0 ? `${failed} of ${passed + failed} failed` : `${passed}`;
  const words = [failed > 0 ? "✗" : "✓", label, relative(ROOT, file), `(${count})`].filter(Boolean);
  // Subtests that a helper registers are told under the helper's name, which took no time of its own.
  if (ms > 0) words.push(` ${(ms / 1000).toFixed(1)} s`);
  print(words.join(" "));
  if (failures.length > 0 && output.length > 0) print(indent(output.join("")));
  for (const failure of failures) {
    const why = failure.details?.error ? describeError(failure.details.error) : "holds no test";
    print(`\n  ✗ ${failure.name}\n${indent(why)}\n`);
  }
}

function describeError(error) {
  const cause = error?.cause ?? error;
  return cause?.stack ? String(cause.stack) : inspect(cause);
}

function indent(text) {
  return text.trimEnd().replace(/^/gm, "    ");
}

/** The runner's children take their environment from this process. */
function setEnvironment(values) {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]));
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
