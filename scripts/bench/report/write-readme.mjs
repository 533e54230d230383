import { readFile, writeFile } from "node:fs/promises";
import { PlainError } from "../../lib/words.mjs";

const START = "<!-- bench:start -->";
const END = "<!-- bench:end -->";

/**
 * Puts text between the markers of a file.
 *
 * @param {string} file
 * @param {string} text
 * @throws {PlainError} when the markers are not there
 */
export async function writeBetweenMarkers(file, text) {
  await writeFile(file, replaceBetweenMarkers(await readFile(file, "utf8"), text));
}

/** @param {string} whole @param {string} text @returns {string} */
export function replaceBetweenMarkers(whole, text) {
  const start = whole.indexOf(START);
  const end = whole.indexOf(END);
  if (start < 0 || end < start) throw new PlainError(`${START} and ${END} are missing`);
  return `${whole.slice(0, start + START.length)}\n${text}\n${whole.slice(end)}`;
}
