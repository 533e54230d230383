import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { typeOf } from "../../lib/static-files.mjs";

const compress = promisify(brotliCompress);
const TEXT = new Set([".css", ".html", ".js", ".json", ".m3u8", ".mjs", ".svg", ".vtt"]);

/** What a web server sends with a file that may be read from other origins and never changes. */
export const HEADERS = Object.freeze({
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "content-length, content-range",
  "timing-allow-origin": "*",
  "cache-control": "public, max-age=3600",
  "accept-ranges": "bytes",
});

/**
 * Answers with files, text in brotli at its best like the prepared files of a CDN, the rest with byte ranges.
 * Files are kept in memory, so that a disk has no part in what is measured.
 */
export function createFileStore() {
  const kept = new Map();

  return {
    /**
     * Reads and compresses everything behind a table of paths: to do that while a page waits would look like a slow
     * network.
     *
     * @param {Readonly<Record<string, string>>} files
     */
    async prepare(files) {
      for (const place of Object.values(files)) {
        for (const file of await listFiles(place)) {
          if (!kept.has(file)) kept.set(file, readPrepared(file));
          await kept.get(file);
        }
      }
    },
    /**
     * @param {string} file absolute path
     * @param {string} [range] the header of the request
     * @returns {Promise<import("./origins.mjs").Answer | undefined>}
     */
    async answer(file, range) {
      if (!kept.has(file)) kept.set(file, readPrepared(file));
      const prepared = await kept.get(file);
      if (!prepared) return undefined;
      const { body, headers } = prepared;
      const [, from, to] = (!headers["content-encoding"] && /^bytes=(\d+)-(\d*)$/.exec(range ?? "")) || [];
      if (from === undefined) return { status: 200, headers, body };
      const end = Math.min(to ? Number(to) : body.length - 1, body.length - 1);
      const content = `bytes ${from}-${end}/${body.length}`;
      return {
        status: 206,
        headers: { ...headers, "content-range": content },
        body: body.subarray(Number(from), end + 1),
      };
    },
  };
}

/**
 * The file behind a path, by a table of paths; one that ends in `/` stands for a folder.
 *
 * @param {string} path with its leading slash
 * @param {Readonly<Record<string, string>>} files
 */
export function findMapped(path, files) {
  const clean = normalize(decodeURIComponent(path.split("?")[0]));
  if (files[clean]) return files[clean];
  const folder = Object.keys(files).find((key) => key.endsWith("/") && clean.startsWith(key));
  return folder && join(files[folder], clean.slice(folder.length));
}

async function listFiles(place) {
  const found = await stat(place).catch(() => undefined);
  if (!found?.isDirectory()) return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function readPrepared(file) {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const bytes = await readFile(file);
  const headers = { ...HEADERS, "content-type": typeOf(file) };
  if (!TEXT.has(extname(file))) return { body: bytes, headers };
  const body = await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { body, headers: { ...headers, "content-encoding": "br" } };
}
