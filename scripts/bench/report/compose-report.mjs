import { findShortfalls, judge } from "../figures/shortfalls.mjs";
import { summarize } from "../figures/statistics.mjs";
import { TARGETS } from "../figures/targets.mjs";

/**
 * Everything that a run found out, for machines.
 *
 * @param {object} what
 * @param {readonly import("../measure.mjs").Sample[]} what.samples
 * @param {object} what.conditions of the run: date, seed, browser, machine
 */
export function composeReport({ samples, conditions }) {
  const verdicts = judge(TARGETS, samples);
  return {
    conditions,
    shortfalls: findShortfalls(verdicts),
    targets: verdicts,
    figures: summarizeAll(samples),
    failures: samples.filter(({ failure }) => failure !== undefined),
    samples,
  };
}

/** row → contender → figure → median, min, max, count */
function summarizeAll(samples) {
  const table = {};
  for (const { row, contender, figures = {} } of samples) {
    table[row] ??= {};
    table[row][contender] ??= {};
    for (const [name, value] of Object.entries(figures)) {
      if (typeof value !== "number") continue;
      table[row][contender][name] ??= [];
      table[row][contender][name].push(value);
    }
  }
  return mapValues(table, (byContender) =>
    mapValues(byContender, (figures) => mapValues(figures, summarize)),
  );
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
