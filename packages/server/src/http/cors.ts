import { NOW_HEADER, PLACEMENT_HEADER, QUOTE_EXPIRES_HEADER, QUOTE_HEADER } from "@micro-drama/protocol";

/** As long as browsers keep a preflight at most (Chromium: two hours). */
const PREFLIGHT_SECONDS = 7200;

const EXPOSED = [
  "ETag",
  "Idempotency-Replayed",
  "Retry-After",
  "Location",
  QUOTE_HEADER,
  QUOTE_EXPIRES_HEADER,
  NOW_HEADER,
].join(", ");

const ALLOWED = ["Authorization", "Content-Type", "Idempotency-Key", "If-None-Match", PLACEMENT_HEADER].join(
  ", ",
);

/**
 * Adds the CORS headers to an answer, whatever its status.
 * The page's origin is always named: an origin that is not allowed gets nothing but a 403, and its developer
 * should be able to read why. Credentials are never allowed, so cookies play no part.
 */
export function addCors(request: Request, response: Response): Response {
  const { headers } = response;
  headers.append("vary", "Authorization, Origin");
  const origin = request.headers.get("origin");
  if (origin === null) return response;
  headers.set("access-control-allow-origin", origin);
  headers.set("access-control-expose-headers", EXPOSED);
  return response;
}

/** The answer to a preflight. */
export function preflightResponse(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": "GET, POST, PUT",
      "access-control-allow-headers": ALLOWED,
      "access-control-max-age": String(PREFLIGHT_SECONDS),
    },
  });
}
