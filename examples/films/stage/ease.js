/** Timing curves. All take and give 0..1 unless they say otherwise. */

/** Keeps a number between two others. */
export const clamp = (value, low = 0, high = 1) => Math.min(high, Math.max(low, value));

/** Linear mix of two numbers. */
export const mix = (from, to, amount) => from + (to - from) * amount;

/** 0 before `from`, 1 after `to`, smooth between. */
export function smooth(value, from = 0, to = 1) {
  const part = clamp((value - from) / (to - from));
  return part * part * (3 - 2 * part);
}

/** Fast start, soft landing. */
export const easeOut = (part) => 1 - (1 - clamp(part)) ** 3;

/** Soft start, soft landing: the camera's walk. */
export function easeInOut(part) {
  const at = clamp(part);
  return at < 0.5 ? 4 * at ** 3 : 1 - (2 - 2 * at) ** 3 / 2;
}

/** A bump: 0 at both ends of the span, 1 in the middle. */
export const bump = (value, from, to) =>
  value <= from || value >= to ? 0 : Math.sin(((value - from) / (to - from)) * Math.PI);

/** Sharp rise at `at`, then a fall over `fall` seconds: flashes and knocks. */
export const strike = (value, at, fall) => (value < at ? 0 : Math.exp(-(value - at) / fall));
