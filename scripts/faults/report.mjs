const WIDTHS = { kind: 20, end: 8, ms: 7, charges: 8, requests: 8 };

/** The names of the columns. */
export const HEAD = `  ${"kind".padEnd(WIDTHS.kind)} ${"end".padEnd(WIDTHS.end)} ${"after".padStart(WIDTHS.ms)} ${"charges".padStart(WIDTHS.charges)} ${"requests".padStart(WIDTHS.requests)}  what happens`;

/**
 * One line of the table; what is wrong, and what led to it, below.
 *
 * @param {import("./run-kind.mjs").KindResult} result
 * @param {import("./run-kind.mjs").Kind} kind
 */
export function formatResult({ kind, end, ms, charges, requests, problems, evidence, note }, { what }) {
  const mark = problems.length === 0 ? "✓" : "✗";
  const columns = [
    kind.padEnd(WIDTHS.kind),
    (end === "locked" ? "declined" : end).padEnd(WIDTHS.end),
    `${(ms / 1000).toFixed(1)} s`.padStart(WIDTHS.ms),
    String(charges).padStart(WIDTHS.charges),
    String(requests).padStart(WIDTHS.requests),
  ];
  const line = `${mark} ${columns.join(" ")}  ${what}${note ? ` (${note})` : ""}`;
  return [
    line,
    ...problems.map((problem) => `    ${problem}`),
    ...evidence.map((fact) => `      ${fact}`),
  ].join("\n");
}

/** The last lines: how many kinds, the longest way to an end, and how many failed. */
export function formatSummary(results) {
  const failed = results.filter(({ problems }) => problems.length > 0);
  const longest = Math.max(0, ...results.map(({ ms }) => ms));
  return `\n${results.length} kinds, the longest end after ${(longest / 1000).toFixed(1)} s; ${results.length - failed.length} passed, ${failed.length} failed${failed.length > 0 ? `: ${failed.map(({ kind }) => kind).join(", ")}` : ""}`;
}
