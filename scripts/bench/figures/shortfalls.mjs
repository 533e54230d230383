import { median, medianRatio } from "./statistics.mjs";

const OURS = "ours";

/**
 * @typedef {object} Verdict one target, judged
 * @property {string} what
 * @property {string} unit
 * @property {number | null} figure null: it was planned and could not be measured
 * @property {string} target in words
 * @property {boolean} isReached
 */

/**
 * Judges every target whose row was measured.
 *
 * @param {readonly import("./targets.mjs").Target[]} targets
 * @param {readonly import("../measure.mjs").Sample[]} samples
 * @returns {Verdict[]}
 */
export function judge(targets, samples) {
  const rows = new Set(samples.filter(({ contender }) => contender === OURS).map(({ row }) => row));
  return targets
    .filter(
      ({ row, against = [] }) => rows.has(row) && against.every((name) => isMeasured(samples, row, name)),
    )
    .map((target) => {
      const { figure, limit, isReached } = weigh(target, samples);
      return {
        what: target.what,
        unit: target.how === "ratio" ? "×" : target.unit,
        figure: Number.isFinite(figure) ? figure : null,
        target: limit,
        isReached: Number.isFinite(figure) && isReached,
      };
    });
}

/** @param {readonly Verdict[]} verdicts @returns {Omit<Verdict, "isReached">[]} what was not reached */
export function findShortfalls(verdicts) {
  return verdicts.filter(({ isReached }) => !isReached).map(({ isReached: _, ...shortfall }) => shortfall);
}

/**
 * The values of a figure, by repeat.
 *
 * @param {readonly import("../measure.mjs").Sample[]} samples
 * @param {{row: string, contender: string, figure: string}} which
 * @returns {Map<number, number>}
 */
export function valuesOf(samples, { row, contender, figure }) {
  return new Map(
    samples
      .filter((sample) => sample.row === row && sample.contender === contender)
      .filter((sample) => typeof sample.figures?.[figure] === "number")
      .map((sample) => [sample.repeat, sample.figures[figure]]),
  );
}

function isMeasured(samples, row, name) {
  return samples.some((sample) => sample.row === row && sample.contender === name);
}

function weigh({ row, figure, how, atMost, atLeast, against = [] }, samples) {
  const of = (contender) => valuesOf(samples, { row, contender, figure });
  const ours = of(OURS);
  if (how === "ratio") {
    const ratio = medianRatio(ours, of(against[0]));
    return { figure: ratio, limit: `≤ ${atMost}`, isReached: ratio <= atMost };
  }
  const values = [...ours.values()];
  const value = how === "max" ? (values.length > 0 ? Math.max(...values) : Number.NaN) : median(values);
  if (how === "below" || how === "notAbove") {
    // A peer that failed altogether is no measure, and no excuse either.
    const best = Math.min(...against.map((name) => median([...of(name).values()])).filter(Number.isFinite));
    return {
      figure: value,
      limit: `${how === "below" ? "<" : "≤"} ${Math.round(best)}`,
      isReached: value < best || (value === best && (how === "notAbove" || value === 0)),
    };
  }
  if (atLeast !== undefined) return { figure: value, limit: `≥ ${atLeast}`, isReached: value >= atLeast };
  return { figure: value, limit: `≤ ${atMost}`, isReached: value <= atMost };
}
