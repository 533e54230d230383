import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/**
 * Bytes on the wire of one file, compressed as well as a web server's prepared files are.
 *
 * @param {string} code
 * @param {"brotli" | "gzip"} compression
 */
export function compressedSize(code, compression) {
  const bytes = Buffer.from(code);
  if (compression === "gzip") return gzipSync(bytes, { level: 9 }).length;
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
}
