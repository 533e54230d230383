import { formatTables, formatVerdicts } from "./tables.mjs";

/**
 * The report for people, in Markdown: the same on the terminal and in the README.
 *
 * @param {ReturnType<typeof import("./compose-report.mjs").composeReport>} report
 * @param {ReadonlyMap<string, {title: string}>} contenders by name
 */
export function composeText({ conditions, samples, targets, shortfalls, failures }, contenders) {
  const { date, browser, machine, minutes } = conditions;
  const reached = targets.length - shortfalls.length;
  const broken = failures.map(
    ({ row, contender, failure }) => `- ${row}, ${contender}: ${firstLine(failure)}`,
  );
  return [
    `${date.slice(0, 10)}, ${browser} on ${machine}, ${minutes} minutes.`,
    formatTables({ samples, contenders }),
    ...(broken.length > 0 ? [`**Failed**\n\n${[...new Set(broken)].join("\n")}`] : []),
    `**Targets**: ${reached} of ${targets.length} reached`,
    formatVerdicts(targets),
  ].join("\n\n");
}

function firstLine(text) {
  return text.split("\n")[0].replaceAll("|", "\\|");
}
