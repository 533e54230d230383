import type { Handler } from "../http/layers.js";
import { type RequestLog, redactPath } from "../http/request-log.js";
import type { Keyring } from "../keys.js";
import type { MediaFiles } from "./files.js";
import { verifyPathToken } from "./path-token.js";
import { sendFile } from "./send-file.js";

/** What a media origin is made of. */
export interface MediaHandlerOptions {
  readonly files: MediaFiles;
  /** The same keys as those of the entitlement handler. */
  readonly keys: Keyring;
  readonly log?: RequestLog;
  readonly now?: () => number;
}

const ASSET_ID = /^[0-9a-f]{32}$/;
/** One part of a path: no slash, no escape, no name that climbs or hides. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;

/** Re-made series keep their file names, so nothing is immutable; descriptions are asked for every time. */
const PUBLIC_DESCRIPTION = "public, no-cache";
const PUBLIC_MEDIA = "public, max-age=3600";
const MAX_PROTECTED_SECONDS = 3600;

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Content-Length, Content-Range, Accept-Ranges",
  "cross-origin-resource-policy": "cross-origin",
  "timing-allow-origin": "*",
  "x-content-type-options": "nosniff",
};

/**
 * Serves `/series/{id}/…` (or `/series/{id}/public/…`) to everybody and `/t/{token}/{asset}/…` to holders of a token of that asset. Without one,
 * every other path is 403 before any file is looked at: no answer tells what exists.
 */
export function createMediaHandler({ files, keys, log, now = Date.now }: MediaHandlerOptions): Handler {
  return async (request) => {
    const started = performance.now();
    const { pathname } = new URL(request.url);
    const response = await answer(request, pathname, { files, keys, now: now() }).catch(() => plain(500));
    for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value);
    log?.({
      at: new Date(now()).toISOString(),
      method: request.method,
      path: redactPath(pathname),
      status: response.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    });
    return response;
  };
}

async function answer(
  request: Request,
  pathname: string,
  { files, keys, now }: { files: MediaFiles; keys: Keyring; now: number },
): Promise<Response> {
  if (request.method === "OPTIONS") return preflight();
  if (request.method !== "GET" && request.method !== "HEAD") return plain(405);
  const [, area = "", ...parts] = pathname.split("/");

  if (area === "t") {
    const [token = "", asset = "", ...path] = parts;
    const grant = ASSET_ID.test(asset) && (await verifyPathToken(keys, token, { asset, now }));
    if (!grant) return plain(403);
    const file = isPlainPath(path) ? await files.findProtected(asset, path) : undefined;
    const name = path.at(-1) ?? "";
    const seconds = Math.min(MAX_PROTECTED_SECONDS, Math.floor(grant.expiresAt - now / 1000));
    // An AES-128 key is asked for every time, so that it cannot be found in a cache afterwards.
    const cacheControl = name.endsWith(".key") ? "private, no-store" : `private, max-age=${seconds}`;
    return file ? sendFile(request, { file, name, cacheControl }) : plain(404);
  }
  if (area === "series") {
    const [series = "", ...rest] = parts;
    // `public` may stand in the path as it does on the disk, so that manifests can name each other by one relative URL.
    const path = rest[0] === "public" && rest.length > 1 ? rest.slice(1) : rest;
    const name = path.at(-1) ?? "";
    const file = isPlainPath(parts) ? await files.findPublic(series, path) : undefined;
    const cacheControl = /\.(json|m3u8)$/.test(name) ? PUBLIC_DESCRIPTION : PUBLIC_MEDIA;
    return file ? sendFile(request, { file, name, cacheControl }) : plain(404);
  }
  return plain(area === "healthz" ? 200 : 403);
}

function isPlainPath(path: readonly string[]): boolean {
  return path.length > 0 && path.every((part) => SEGMENT.test(part));
}

/** Players that ask for byte ranges cause one in older browsers. */
function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "Range, If-None-Match, If-Range",
      "access-control-max-age": "7200",
    },
  });
}

function plain(status: number): Response {
  return new Response(null, { status, headers: { "cache-control": "no-store" } });
}
