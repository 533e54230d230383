/**
 * @typedef {object} Summary
 * @property {number} median
 * @property {number} min
 * @property {number} max
 * @property {number} count
 */

/** @param {readonly number[]} values @returns {number} NaN for none */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {readonly number[]} values @returns {Summary | undefined} undefined for none */
export function summarize(values) {
  if (values.length === 0) return undefined;
  return {
    median: median(values),
    min: Math.min(...values),
    max: Math.max(...values),
    count: values.length,
  };
}

/**
 * The median of the ratios of pairs that were measured one after the other: what slows the machine down for a
 * minute slows down both.
 *
 * @param {ReadonlyMap<number, number>} ones by repeat
 * @param {ReadonlyMap<number, number>} others by repeat
 * @returns {number} NaN without a pair
 */
export function medianRatio(ones, others) {
  const pairs = [...ones].filter(([repeat]) => others.has(repeat));
  return median(pairs.map(([repeat, value]) => value / others.get(repeat)));
}
