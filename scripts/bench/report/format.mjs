/**
 * @param {number | null | undefined} value
 * @param {string} unit
 * @returns {string} for a table; a dash for nothing
 */
export function formatFigure(value, unit) {
  if (value === undefined || value === null || Number.isNaN(value)) return "–";
  if (unit === "ms") return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${Math.round(value)} ms`;
  if (unit === "bytes")
    return value >= 1e6 ? `${(value / 1e6).toFixed(1)} MB` : `${Math.round(value / 1000)} kB`;
  if (unit === "share") return value.toFixed(value !== 0 && value < 0.1 ? 3 : 2);
  if (unit === "×") return `${value.toFixed(2)} ×`;
  if (unit === "count") return String(Math.round(value * 10) / 10);
  return `${value.toFixed(1)} ${unit}`;
}
