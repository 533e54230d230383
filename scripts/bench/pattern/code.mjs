/**
 * The code that every bench film carries in its picture: which episode, which frame, film or poster. It survives
 * the lowest rendition, any scaling and the cropping of `object-fit: cover` on a tall phone.
 *
 * A panel with a magenta border lies at a fixed place of the picture (shares of its width and height). Inside the
 * border are 8 × 4 cells, white for 1 and black for 0, row by row, the highest bit first.
 */

/** The panel with its border, in shares of the picture: right of buttons, above captions, below a top bar. */
export const PANEL = Object.freeze({ left: 0.2, top: 0.24, width: 0.6, height: 0.18 });

/** Thickness of the border, on all four sides, as a share of the picture's width. */
export const BORDER = 0.03;

/** Magenta, which no photograph-like picture has much of. Films and posters must not use it elsewhere. */
export const BORDER_COLOR = Object.freeze({ red: 255, green: 0, blue: 255 });

export const COLUMNS = 8;
export const ROWS = 4;

/** Frames per second of all bench films; frame numbers count from 0 in each episode. */
export const FRAMES_PER_SECOND = 25;

/**
 * @typedef {object} Mark
 * @property {number} episode 1–63
 * @property {number} frame 0–1023
 * @property {boolean} isPoster
 */

/**
 * @param {Mark} mark
 * @returns {(0 | 1)[]} 32 cells: episode (6 bits), frame (10), poster (1), rest 0 (7), checksum (8)
 */
export function encodeMark({ episode, frame, isPoster }) {
  const high = (episode << 10) | frame;
  const middle = isPoster ? 0b1000_0000 : 0;
  return bits(high, 16).concat(bits(middle, 8), bits(checksum(high, middle), 8));
}

/**
 * @param {readonly (0 | 1)[]} cells
 * @returns {Mark | undefined} undefined when the checksum denies it: two pictures blended, or no picture of ours
 */
export function decodeMark(cells) {
  const high = number(cells.slice(0, 16));
  const middle = number(cells.slice(16, 24));
  if (number(cells.slice(24)) !== checksum(high, middle)) return undefined;
  return { episode: high >> 10, frame: high & 1023, isPoster: middle === 0b1000_0000 };
}

/** Not zero for nothing, and every bit of the content changes several of its bits. */
function checksum(high, middle) {
  let sum = 0xa5;
  for (const byte of [high >> 8, high & 255, middle]) sum = ((sum ^ byte) * 167 + 13) & 255;
  return sum;
}

function bits(value, count) {
  return Array.from({ length: count }, (_, index) => (value >> (count - 1 - index)) & 1);
}

function number(cells) {
  return cells.reduce((sum, cell) => sum * 2 + cell, 0);
}
