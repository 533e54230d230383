import { readFileSync, writeFileSync } from "node:fs";
import { fromRoot } from "../lib/paths.mjs";

const PATH = fromRoot("scripts", "gallery", "settled.json");

/** A picture is remembered as so many cells of grey: fonts of another machine hardly change them, a lost button does. */
const CELLS = { across: 18, down: 24 };

/** Steps of 255. The whole picture may be so much off on average, one cell by so much. */
const MOST_ON_AVERAGE = 4;
const MOST_IN_A_CELL = 48;

/** The states whose looks are guarded, and the screens on which they are. */
export const SETTLED = [
  "inline",
  "playing",
  "paused",
  "episodes",
  "captions",
  "gate",
  "ended",
  "announced",
  "error",
].flatMap((name) => ["phone", "landscape"].map((size) => ({ name, size })));

/** @returns {Record<string, string>} prints by `state size` */
export function readSettled() {
  return JSON.parse(readFileSync(PATH, "utf8"));
}

export function writeSettled(prints) {
  writeFileSync(PATH, `${JSON.stringify(prints, undefined, 2)}\n`);
}

/**
 * The print of a picture: base64 of its cells.
 *
 * @param {import("playwright-core").Page} page any page, which reads the picture
 * @param {Buffer} png
 */
export function printOf(page, png) {
  return page.evaluate(readCells, { base64: png.toString("base64"), ...CELLS });
}

/**
 * How far two prints are apart.
 *
 * @param {string} one
 * @param {string} other
 * @returns {{average: number, most: number, isSame: boolean}}
 */
export function comparePrints(one, other) {
  const [a, b] = [one, other].map((print) => Buffer.from(print, "base64"));
  if (a.length !== b.length) return { average: 255, most: 255, isSame: false };
  const gaps = [...a].map((value, at) => Math.abs(value - b[at]));
  const average = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const most = Math.max(...gaps);
  return { average, most, isSame: average <= MOST_ON_AVERAGE && most <= MOST_IN_A_CELL };
}

/** Runs in the page: every cell is the mean of its pixels. */
async function readCells({ base64, across, down }) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const sums = new Float64Array(across * down);
  const counts = new Uint32Array(across * down);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const cell = Math.floor((y * down) / height) * across + Math.floor((x * across) / width);
      const at = (y * width + x) * 4;
      sums[cell] += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
      counts[cell]++;
    }
  return btoa(String.fromCharCode(...sums.map((sum, cell) => Math.round(sum / counts[cell]))));
}
