import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fromRoot } from "../lib/paths.mjs";
import { compressedSize } from "./compressed-size.mjs";
import { bundleGraph, readStaticGraph } from "./static-graph.mjs";

const DATA = "scripts/check/budgets.json";

/** Texts that hls.js carries through any minifier: names of events that only itself raises. */
const HLS_MARKS = ["hlsMediaAttaching", "hlsFragParsingInitSegment"];

/**
 * A promise about the size of what a browser downloads.
 *
 * @typedef {object} Budget
 * @property {string} name
 * @property {string} [built] a file whose static imports are followed as they lie on disk
 * @property {string} [bundle] a module that is bundled and minified first, as a page's build would
 * @property {"brotli" | "gzip"} compression
 * @property {number} limit bytes, the promise; a kB is 1000 bytes
 * @property {number} [bytes] what was recorded; more than the tolerance away from it is a surprise
 */

/** @returns {Promise<import("./run-checks.mjs").CheckResult>} */
export async function check({ record = false } = {}) {
  const data = JSON.parse(readFileSync(fromRoot(DATA), "utf8"));
  const problems = [];
  const notes = [];
  const absent = [];
  for (const budget of data.budgets) {
    const entry = budget.built ?? budget.bundle;
    if (!existsSync(fromRoot(entry))) {
      absent.push(entry);
      continue;
    }
    const files = budget.built ? readStaticGraph(fromRoot(entry)) : await bundleGraph(fromRoot(entry));
    problems.push(...findHls(budget, files));
    const bytes = files.reduce((sum, { code }) => sum + compressedSize(code, budget.compression), 0);
    if (record) budget.bytes = bytes;
    problems.push(...judge(budget, bytes, data.tolerance));
    notes.push(`${budget.name} ${bytes} B`);
  }
  if (record) writeFileSync(fromRoot(DATA), `${JSON.stringify(data, null, 2)}\n`);
  return {
    problems,
    done: notes.join(", "),
    ...(absent.length > 0 && { skipped: `not built yet: ${absent.join(", ")}` }),
  };
}

/**
 * Holds a size against its promise and against what was recorded.
 *
 * @param {Budget} budget
 * @returns {string[]}
 */
export function judge({ name, limit, bytes: recorded, compression }, bytes, tolerance) {
  if (bytes > limit) return [`${name} is ${bytes} bytes (${compression}); the promise is ${limit} at most.`];
  if (recorded === undefined) return [`${name} is ${bytes} bytes: record it with npm run check -- --record`];
  const change = bytes - recorded;
  if (Math.abs(change) <= recorded * tolerance) return [];
  const words = change > 0 ? "grew" : "shrank";
  const percent = `${((Math.abs(change) / recorded) * 100).toFixed(1)} %`;
  return [
    `${name} ${words} by ${percent}, from ${recorded} to ${bytes} bytes: if that is meant, record the new number with npm run check -- --record`,
  ];
}

function findHls({ name }, files) {
  return files
    .filter(({ code }) => HLS_MARKS.every((mark) => code.includes(mark)))
    .map(({ path }) => `${path} holds hls.js and is loaded before the first frame (${name}).`);
}
