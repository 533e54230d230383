import { formatTables, formatVerdicts } from "./tables.mjs";

/** What a reader of the README wants to see without opening anything. */
const HEADLINES = ["start-fast4g", "swipe-fast4g"];

/**
 * The report for people, in Markdown.
 *
 * @param {ReturnType<typeof import("./compose-report.mjs").composeReport>} report
 * @param {ReadonlyMap<string, {title: string}>} contenders by name
 */
export function composeText(report, contenders) {
  const { samples } = report;
  return [
    describeConditions(report),
    formatTables({ samples, contenders }),
    ...describeFailures(report),
    describeTargets(report),
  ].join("\n\n");
}

/**
 * The same for the README: two tables, and the rest folded away.
 *
 * @param {ReturnType<typeof import("./compose-report.mjs").composeReport>} report
 * @param {ReadonlyMap<string, {title: string}>} contenders by name
 */
export function composeReadme(report, contenders) {
  const { samples } = report;
  const isHeadline = ({ row }) => HEADLINES.includes(row);
  return [
    formatTables({ samples: samples.filter(isHeadline), contenders }),
    "<details><summary>All tables, and what was to be reached</summary>",
    describeConditions(report),
    formatTables({ samples: samples.filter((sample) => !isHeadline(sample)), contenders }),
    ...describeFailures(report),
    describeTargets(report),
    "</details>",
  ].join("\n\n");
}

function describeConditions({ conditions: { date, browser, machine, minutes } }) {
  return `${date.slice(0, 10)}, ${browser} on ${machine}, ${minutes} minutes.`;
}

function describeTargets({ targets, shortfalls }) {
  const reached = targets.length - shortfalls.length;
  return `**Targets**: ${reached} of ${targets.length} reached\n\n${formatVerdicts(targets)}`;
}

function describeFailures({ failures }) {
  if (failures.length === 0) return [];
  const lines = failures.map(
    ({ row, contender, failure }) => `- ${row}, ${contender}: ${firstLine(failure)}`,
  );
  return [`**Failed**\n\n${[...new Set(lines)].join("\n")}`];
}

function firstLine(text) {
  return text.split("\n")[0].replaceAll("|", "\\|");
}
