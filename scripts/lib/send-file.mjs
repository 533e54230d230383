import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { typeOf } from "./static-files.mjs";

/**
 * Opens a file for an HTTP answer, with one byte range if the request asks for one (RFC 9110, 14.2).
 *
 * @param {string} path
 * @param {string | undefined} range the request's `Range` header
 * @returns {Promise<{status: 200 | 206 | 404 | 416, headers: Record<string, string | number>, size: number,
 *   open: () => import("node:stream").Readable | undefined}>} `open` starts reading; it is undefined where there is nothing
 */
export async function openFile(path, range) {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile()) return empty(404, {});
  const span = parseRange(range, info.size);
  if (span === "unsatisfiable") return empty(416, { "content-range": `bytes */${info.size}` });
  const { start, end } = span ?? { start: 0, end: info.size - 1 };
  const size = end - start + 1;
  return {
    status: span ? 206 : 200,
    size,
    headers: {
      "content-type": typeOf(path),
      "content-length": size,
      "accept-ranges": "bytes",
      "cache-control": "no-store",
      ...(span && { "content-range": `bytes ${start}-${end}/${info.size}` }),
    },
    open: () => (size > 0 ? createReadStream(path, { start, end }) : undefined),
  };
}

/**
 * Reads a `Range` header. Several ranges, other units and nonsense are ignored, as the standard allows.
 *
 * @returns {{start: number, end: number} | "unsatisfiable" | undefined}
 */
export function parseRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return undefined;
  const start = match[1] === "" ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === "" || match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (start >= size || end < start) return "unsatisfiable";
  return { start, end };
}

function empty(status, headers) {
  return { status, size: 0, headers: { ...headers, "content-length": 0 }, open: () => undefined };
}
