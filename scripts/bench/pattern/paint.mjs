import { BORDER, BORDER_COLOR, COLUMNS, encodeMark, PANEL, ROWS } from "./code.mjs";

/**
 * Draws the panel over a picture.
 *
 * @param {{width: number, height: number, data: Uint8Array}} picture rgb24, row by row; it is changed
 * @param {import("./code.mjs").Mark} mark
 */
export function paintMark(picture, mark) {
  const { left, top, right, bottom } = panelIn(picture);
  const border = Math.round(BORDER * picture.width);
  fill(picture, { left, top, right, bottom }, BORDER_COLOR);
  const inner = { left: left + border, top: top + border, right: right - border, bottom: bottom - border };
  const cellWidth = (inner.right - inner.left) / COLUMNS;
  const cellHeight = (inner.bottom - inner.top) / ROWS;
  for (const [index, cell] of encodeMark(mark).entries()) {
    const column = index % COLUMNS;
    const row = Math.floor(index / COLUMNS);
    const area = {
      left: Math.round(inner.left + column * cellWidth),
      top: Math.round(inner.top + row * cellHeight),
      right: Math.round(inner.left + (column + 1) * cellWidth),
      bottom: Math.round(inner.top + (row + 1) * cellHeight),
    };
    fill(picture, area, cell === 1 ? WHITE : BLACK);
  }
}

const WHITE = { red: 255, green: 255, blue: 255 };
const BLACK = { red: 0, green: 0, blue: 0 };

function panelIn({ width, height }) {
  return {
    left: Math.round(PANEL.left * width),
    top: Math.round(PANEL.top * height),
    right: Math.round((PANEL.left + PANEL.width) * width),
    bottom: Math.round((PANEL.top + PANEL.height) * height),
  };
}

function fill({ width, data }, { left, top, right, bottom }, { red, green, blue }) {
  for (let y = top; y < bottom; y += 1) {
    for (let x = left, at = (y * width + left) * 3; x < right; x += 1, at += 3) {
      data[at] = red;
      data[at + 1] = green;
      data[at + 2] = blue;
    }
  }
}
