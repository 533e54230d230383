import { readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";

/**
 * Which bytes of the bench media are which time of which episode: from the playlists, and the progressive files.
 *
 * @param {import("../contenders/contender.mjs").Media} media
 * @returns {import("./waste.mjs").Piece[]}
 */
export function readPieces({ folder, episodes }) {
  const sizeOf = (path) => statSync(join(folder, path)).size;
  const read = (path) => readFileSync(join(folder, path), "utf8");
  return episodes.flatMap(({ number, duration, hls, mp4 }) => {
    const playlists = parseVariants(read(hls)).map((uri) => posix.join(posix.dirname(hls), uri));
    const segments = playlists.flatMap((playlist) =>
      parseSegments(read(playlist)).map(({ uri, range, from, to }) => {
        const path = posix.join(posix.dirname(playlist), uri);
        const fromByte = range?.offset ?? 0;
        return { path, fromByte, toByte: range ? fromByte + range.length : sizeOf(path), from, to };
      }),
    );
    const film = { path: mp4, fromByte: 0, toByte: sizeOf(mp4), from: 0, to: duration };
    return [...segments, film].map((piece) => ({ ...piece, episode: number }));
  });
}

/** @param {string} text a multivariant playlist @returns {string[]} the URIs of its renditions */
export function parseVariants(text) {
  return text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
}

/**
 * @param {string} text a media playlist
 * @returns {{uri: string, from: number, to: number, range?: {offset: number, length: number}}[]} times in seconds
 */
export function parseSegments(text) {
  const segments = [];
  let clock = 0;
  let duration = 0;
  let range;
  let rangeEnd = 0;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith("#EXTINF:")) duration = Number.parseFloat(line.slice(8));
    const [, length, offset] = /^#EXT-X-BYTERANGE:(\d+)(?:@(\d+))?/.exec(line) ?? [];
    if (length) {
      range = { offset: offset === undefined ? rangeEnd : Number(offset), length: Number(length) };
      rangeEnd = range.offset + range.length;
    }
    if (line === "" || line.startsWith("#")) continue;
    segments.push({ uri: line, from: clock, to: clock + duration, ...(range && { range }) });
    clock += duration;
    range = undefined;
  }
  return segments;
}
