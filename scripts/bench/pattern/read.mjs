import { BORDER, COLUMNS, decodeMark, PANEL, ROWS } from "./code.mjs";

/** Films are upright, nine to sixteen. */
const PICTURE_RATIO = 9 / 16;

/** How far the height of a panel may differ from what its width says: a player may stretch by a pixel or two. */
const TOLERANCE = 0.12;

/** A panel narrower than this share of the screen is no film that a viewer watches. */
const LEAST_WIDTH = 0.2;

/**
 * Reads what a screen shows: the panel of a film or poster that is wholly visible. While one episode follows
 * another there may be parts of two; only a whole panel counts.
 *
 * @param {{width: number, height: number, channels: number, data: Uint8Array}} screen
 * @returns {(import("./code.mjs").Mark & {top: number}) | undefined} `top`: the panel's place, as a share of the
 *   screen's height, so that a caller knows whether it rests
 */
export function readScreen(screen) {
  const bars = findBars(screen);
  for (const [index, upper] of bars.entries()) {
    for (const lower of bars.slice(index + 1)) {
      const mark = readPanel(screen, upper, lower);
      if (mark) return { ...mark, top: upper.top / screen.height };
    }
  }
  return undefined;
}

/** Runs of magenta, grouped into horizontal bars: the upper and lower borders of panels. */
function findBars(screen) {
  const bars = [];
  let open;
  for (let y = 0; y < screen.height; y += 1) {
    const run = longestRun(screen, y);
    const isBar = run.right - run.left >= screen.width * LEAST_WIDTH;
    if (isBar && open && Math.abs(run.left - open.left) <= 2 && Math.abs(run.right - open.right) <= 2) {
      open.bottom = y + 1;
    } else if (isBar) {
      open = { left: run.left, right: run.right, top: y, bottom: y + 1 };
      bars.push(open);
    } else open = undefined;
  }
  return bars;
}

/** The widest magenta run of a row. */
function longestRun(screen, y) {
  let best = { left: 0, right: 0 };
  let start = -1;
  for (let x = 0; x <= screen.width; x += 1) {
    const isMagenta = x < screen.width && magentaAt(screen, x, y);
    if (isMagenta && start < 0) start = x;
    if (!isMagenta && start >= 0) {
      if (x - start > best.right - best.left) best = { left: start, right: x };
      start = -1;
    }
  }
  return best;
}

function readPanel(screen, upper, lower) {
  if (Math.abs(upper.left - lower.left) > 2 || Math.abs(upper.right - lower.right) > 2) return undefined;
  const width = upper.right - upper.left;
  const height = lower.bottom - upper.top;
  const expected = (width / PANEL.width / PICTURE_RATIO) * PANEL.height;
  if (Math.abs(height - expected) > expected * TOLERANCE) return undefined;
  const border = (width / PANEL.width) * BORDER;
  const cellWidth = (width - 2 * border) / COLUMNS;
  const cellHeight = (height - 2 * border) / ROWS;
  const cells = Array.from({ length: COLUMNS * ROWS }, (_, index) => {
    const x = upper.left + border + ((index % COLUMNS) + 0.5) * cellWidth;
    const y = upper.top + border + (Math.floor(index / COLUMNS) + 0.5) * cellHeight;
    return brightnessAt(screen, Math.round(x - 0.5), Math.round(y - 0.5)) > 127 ? 1 : 0;
  });
  return decodeMark(cells);
}

function magentaAt({ width, channels, data }, x, y) {
  const at = (y * width + x) * channels;
  return data[at] > 150 && data[at + 1] < 110 && data[at + 2] > 150;
}

function brightnessAt({ width, channels, data }, x, y) {
  const at = (y * width + x) * channels;
  return (data[at] + data[at + 1] + data[at + 2]) / 3;
}
