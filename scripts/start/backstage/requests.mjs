/**
 * @typedef {object} SeenRequest one request to the platform or its media, fit to be shown
 * @property {"api" | "media"} origin
 * @property {string} at ISO 8601, when it began
 * @property {string} method
 * @property {string} path tokens taken out
 * @property {number} status
 * @property {number} ms until the answer was there
 * @property {number} [bytes] of the body, where known
 * @property {string} [viewer]
 */

/**
 * Reads one line of the API's log.
 * @param {string} line
 * @returns {SeenRequest | undefined} undefined when the line tells of something else
 */
export function readLogLine(line) {
  if (!line.startsWith("{")) return undefined;
  let entry;
  try {
    entry = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof entry.method !== "string" || typeof entry.path !== "string") return undefined;
  return {
    origin: "api",
    at: typeof entry.at === "string" ? entry.at : new Date().toISOString(),
    method: entry.method,
    path: withoutTokens(entry.path),
    status: Number(entry.status),
    ms: Number(entry.ms),
    ...(Number.isFinite(entry.bytes) && { bytes: entry.bytes }),
    ...(typeof entry.viewer === "string" && { viewer: entry.viewer }),
  };
}

/**
 * A path that may be shown to people behind the viewer's back: the token of signed delivery and the values of a
 * query give access, so they go.
 * @param {string} path
 * @returns {string}
 */
export function withoutTokens(path) {
  const [pathname, query] = path.split("?", 2);
  const shown = pathname.replace(/\/t\/[^/]+/, "/t/…");
  if (!query) return shown;
  return `${shown}?${query.replace(/=[^&]*/g, "=…")}`;
}

/**
 * Wraps a Request → Response handler so that each exchange is told to `tell` once its body has been sent.
 * @param {(request: Request) => Promise<Response>} handler
 * @param {(request: SeenRequest) => void} tell
 * @returns {(request: Request) => Promise<Response>}
 */
export function watchRequests(handler, tell) {
  return async (request) => {
    const at = new Date().toISOString();
    const startedAt = performance.now();
    const response = await handler(request);
    const { pathname, search } = new URL(request.url);
    const seen = (bytes) =>
      tell({
        origin: "media",
        at,
        method: request.method,
        path: withoutTokens(pathname + search),
        status: response.status,
        ms: Math.round(performance.now() - startedAt),
        bytes,
      });
    if (!response.body) {
      seen(0);
      return response;
    }
    return new Response(countBytes(response.body, seen), response);
  };
}

function countBytes(body, done) {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream(
    {
      type: "bytes",
      async pull(controller) {
        const { done: isOver, value } = await reader.read();
        if (isOver) {
          controller.close();
          // A byte stream with a waiting reader needs this to settle it.
          controller.byobRequest?.respond(0);
          done(bytes);
          return;
        }
        bytes += value.byteLength;
        controller.enqueue(value);
      },
      async cancel(reason) {
        done(bytes);
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
