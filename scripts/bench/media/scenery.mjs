/** Pixels of a still that a film wanders over; more than a frame in both directions. */
export const sceneryWidth = 1080;
export const sceneryHeight = 1600;

/** Coarsest detail in pixels. Every octave halves it and its strength: the spectrum of photographs, roughly. */
const coarsest = 400;
const octaves = 7;

/**
 * A landscape of nothing in particular as a PPM file: soft large shapes, finer and finer detail, two colours.
 * The same seed always gives the same picture, so that all machines measure with the same films.
 *
 * @param {number} seed
 * @returns {Buffer}
 */
export function drawScenery(seed) {
  const heights = new Float32Array(sceneryWidth * sceneryHeight);
  for (let octave = 0; octave < octaves; octave += 1)
    addOctave(heights, createRandom(seed * 97 + octave), octave);
  const [low, high] = [colour(seed * 0.37, 60), colour(seed * 0.37 + 0.45, 175)];
  const pixels = Buffer.alloc(heights.length * 3);
  for (const [index, height] of heights.entries()) {
    const share = Math.min(1, Math.max(0, 0.5 + height * 0.6));
    for (let channel = 0; channel < 3; channel += 1)
      pixels[index * 3 + channel] = low[channel] + (high[channel] - low[channel]) * share;
  }
  return Buffer.concat([Buffer.from(`P6 ${sceneryWidth} ${sceneryHeight} 255\n`), pixels]);
}

/** Value noise: random heights on a lattice, smooth between them. */
function addOctave(heights, random, octave) {
  const cell = coarsest / 2 ** octave;
  const columns = Math.ceil(sceneryWidth / cell) + 2;
  const rows = Math.ceil(sceneryHeight / cell) + 2;
  const lattice = Float32Array.from({ length: columns * rows }, () => random() * 2 - 1);
  const strength = 0.5 ** (octave * 0.8);
  for (let y = 0; y < sceneryHeight; y += 1) {
    const row = Math.floor(y / cell);
    const down = smooth(y / cell - row);
    for (let x = 0; x < sceneryWidth; x += 1) {
      const column = Math.floor(x / cell);
      const right = smooth(x / cell - column);
      const at = row * columns + column;
      const above = lattice[at] + (lattice[at + 1] - lattice[at]) * right;
      const below = lattice[at + columns] + (lattice[at + columns + 1] - lattice[at + columns]) * right;
      heights[y * sceneryWidth + x] += (above + (below - above) * down) * strength;
    }
  }
}

function smooth(share) {
  return share * share * (3 - 2 * share);
}

/** A tone of the colour circle without its purple part: magenta belongs to the border of the code. */
function colour(turn, lightness) {
  const angle = (turn % 1) * 0.6 * 2 * Math.PI;
  return [0, 2, 4].map((third) => lightness + 45 * Math.cos(angle - (third * Math.PI) / 3));
}

/** Mulberry32: small, fast, the same everywhere. */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
