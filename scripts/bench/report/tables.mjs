import { valuesOf } from "../figures/shortfalls.mjs";
import { medianRatio, summarize } from "../figures/statistics.mjs";
import { TABLES } from "./columns.mjs";
import { formatFigure } from "./format.mjs";

const REFERENCE = "floor";

/**
 * @param {object} what
 * @param {readonly import("../measure.mjs").Sample[]} what.samples
 * @param {ReadonlyMap<string, {title: string}>} what.contenders by name
 * @returns {string} Markdown, one table per row of the plan that was measured
 */
export function formatTables({ samples, contenders }) {
  return TABLES.filter(({ row }) => samples.some((sample) => sample.row === row))
    .map((table) => formatTable(table, { samples, contenders }))
    .join("\n\n");
}

/** @param {readonly import("../figures/shortfalls.mjs").Verdict[]} verdicts @returns {string} Markdown */
export function formatVerdicts(verdicts) {
  const lines = verdicts.map(({ what, figure, unit, target, isReached }) =>
    tableLine([what, formatFigure(figure, unit), target, isReached ? "✓" : "✗"]),
  );
  return ["| what | figure | target | |", "|---|---|---|---|", ...lines].join("\n");
}

function formatTable(table, { samples, contenders }) {
  const ofRow = samples.filter(({ row }) => row === table.row);
  const names = [...new Set(ofRow.map(({ contender }) => contender))];
  const columns = table.columns.filter(({ figure }) =>
    ofRow.some(({ figures }) => figures?.[figure] !== undefined),
  );
  const withRatio = table.ratioOf !== undefined && names.includes(REFERENCE);
  const titles = [...columns.map(({ title }) => title), ...(withRatio ? ["of the floor"] : [])];
  const lines = names.map((name) => {
    const cells = columns.map((column) => formatCell(column, valuesIn(ofRow, name, column.figure)));
    const ratio = withRatio ? [formatRatio(ofRow, { name, figure: table.ratioOf })] : [];
    return tableLine([contenders.get(name)?.title ?? name, ...cells, ...ratio]);
  });
  const repeats = Math.max(...ofRow.map(({ repeat }) => repeat));
  const heading = `**${table.title}** (${repeats === 1 ? "one run" : `${repeats} runs, medians`})`;
  return [heading, "", tableLine(["", ...titles]), `|---|${"---:|".repeat(titles.length)}`, ...lines].join(
    "\n",
  );
}

function valuesIn(samples, contender, figure) {
  return valuesOf(samples, { row: samples[0].row, contender, figure });
}

function formatCell({ unit, showsRange }, values) {
  const summary = summarize([...values.values()]);
  if (!summary) return "failed";
  const middle = formatFigure(summary.median, unit);
  if (!showsRange || summary.count === 1) return middle;
  return `${middle} (${formatFigure(summary.min, unit)}–${formatFigure(summary.max, unit)})`;
}

function formatRatio(samples, { name, figure }) {
  const ratio = medianRatio(valuesIn(samples, name, figure), valuesIn(samples, REFERENCE, figure));
  return formatFigure(ratio, "×");
}

function tableLine(cells) {
  return `| ${cells.join(" | ")} |`;
}
