/** Seeded randomness, so that the same film comes out on every machine. */

/** A generator of numbers in [0, 1) from a seed (mulberry32). */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One fixed random number in [0, 1) for a whole number. */
export const hash = (number, seed = 1) => createRandom(Math.imul(number | 0, 374761393) + seed * 668265263)();

/** Smooth noise in [-1, 1] over time. */
export function wobble(x, seed = 1) {
  const cell = Math.floor(x);
  const part = x - cell;
  const soft = part * part * (3 - 2 * part);
  return (hash(cell, seed) * (1 - soft) + hash(cell + 1, seed) * soft) * 2 - 1;
}
