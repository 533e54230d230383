import { readFile, stat } from "node:fs/promises";
import path from "node:path";

const TYPES = {
  ".aac": "audio/aac",
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".m3u8": "application/vnd.apple.mpegurl",
  ".m4a": "audio/mp4",
  ".m4s": "video/iso.segment",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".mp4": "video/mp4",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ts": "video/mp2t",
  ".txt": "text/plain; charset=utf-8",
  ".vtt": "text/vtt; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** @param {string} file @returns {string} its media type; octets when the ending is not known */
export function typeOf(file) {
  return TYPES[path.extname(file).toLowerCase()] ?? "application/octet-stream";
}

/**
 * Serves the files below a folder to GET and HEAD: a folder answers with its index.html, nothing outside is
 * reachable, and everything is revalidated unless `cacheControl` says otherwise.
 * @param {string} folder
 * @param {{ cacheControl?: (pathname: string) => string,
 *   transformHtml?: (html: string, request: Request) => string }} [options]
 * @returns {(request: Request, pathname: string) => Promise<Response | undefined>} undefined: no such file here;
 *   `pathname` is the path below the folder, still percent-encoded, with its leading slash
 */
export function createFileHandler(folder, { cacheControl = () => "no-cache", transformHtml } = {}) {
  return async (request, pathname) => {
    const file = await findFile(folder, pathname);
    if (!file) return undefined;
    if (file.redirect) return Response.redirect(new URL(file.redirect, request.url), 308);
    const type = typeOf(file.path);
    const headers = {
      "content-type": type,
      "cache-control": cacheControl(pathname),
      "x-content-type-options": "nosniff",
    };
    if (type.startsWith("text/html") && transformHtml) {
      // Depends on the request's Host, so it carries no validator.
      return new Response(transformHtml(await readFile(file.path, "utf8"), request), { headers });
    }
    headers.etag = `"${file.size.toString(36)}-${file.mtimeMs.toString(36)}"`;
    if (request.headers.get("if-none-match") === headers.etag)
      return new Response(null, { status: 304, headers });
    return new Response(await readFile(file.path), { headers });
  };
}

async function findFile(folder, pathname) {
  const relative = decode(pathname);
  if (
    relative === undefined ||
    relative.includes("\0") ||
    relative.split("/").some((part) => part.startsWith("."))
  ) {
    return undefined;
  }
  const wanted = path.join(folder, relative);
  if (wanted !== folder && !wanted.startsWith(folder + path.sep)) return undefined;
  const found = await stat(wanted).catch(() => undefined);
  if (found?.isFile()) return { path: wanted, size: found.size, mtimeMs: found.mtimeMs };
  if (!found?.isDirectory()) return undefined;
  const index = path.join(wanted, "index.html");
  const indexFound = await stat(index).catch(() => undefined);
  if (!indexFound?.isFile()) return undefined;
  // Relative links of an index page need the slash.
  if (!pathname.endsWith("/")) return { redirect: `./${path.posix.basename(pathname)}/` };
  return { path: index, size: indexFound.size, mtimeMs: indexFound.mtimeMs };
}

function decode(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
