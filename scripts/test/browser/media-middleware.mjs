import { fromRoot } from "../../lib/paths.mjs";
import { openFile } from "../../lib/send-file.mjs";
import { createFaults } from "./faults.mjs";

/** Short for `/packages/player/test-media/`. */
const MEDIA = "/test-media/";
const MEDIA_FOLDER = "/packages/player/test-media/";

const FAULTS = "/__faults/";

const HEADERS = { "access-control-allow-origin": "*", "cache-control": "no-store" };

/** What @web/dev-server would serve without byte ranges. */
const MEDIA_FILES = /\.(mp4|m4s|m4a|m3u8|ts|aac|vtt|key|webp|jpg|png)$/;

/**
 * Serves media to browser tests, with byte ranges, and on demand with faults.
 *
 * `/test-media/<file>` is `packages/player/test-media/<file>`; any other media file of the checkout is found
 * under its path, such as `/examples/series/…/main.m3u8`.
 *
 * `/__faults/<name>/<path>` is the file of `/<path>` under the rules of `<name>`, which a test makes up (one per
 * test, so that tests do not disturb each other). Relative URLs in a playlist stay below the name.
 *
 * - `PUT /__faults/<name>` with a JSON array of rules replaces the rules at once, also in the middle of playback.
 *   Every matching rule applies; see faults.mjs for the fields: `match`, `after`, `times`, `status`, `delayMs`,
 *   `drop`, `cutAfterBytes`, `bytesPerSecond`, `hang`.
 * - `GET /__faults/<name>` answers the log: `[{method, path, range, status, fault, at}]`, oldest first.
 * - `DELETE /__faults/<name>` forgets rules and log.
 * - A media URL may carry one rule of its own as query, for that URL alone: `…/0.m4s?status=503&times=2`.
 *
 * @example
 * const base = `/__faults/${crypto.randomUUID()}`;
 * await fetch(base, { method: "PUT", body: JSON.stringify([{ match: "\\.m4s$", after: 2, drop: true }]) });
 * video.src = `${base}/test-media/plain/main.m3u8`;
 * const log = await (await fetch(base)).json();
 *
 * @returns {import("@web/dev-server-core").Middleware}
 */
export function mediaMiddleware() {
  const faults = createFaults();
  return async (context, next) => {
    const path = decodeURIComponent(context.path);
    const isFaults = path.startsWith(FAULTS);
    if (!isFaults && !MEDIA_FILES.test(path)) return next();
    // Written past Koa: @web/test-runner tells browsers to cache every answer for a year.
    context.respond = false;
    const exchange = { request: context.req, response: context.res, query: context.query };
    if (isFaults) await answerFaults(exchange, path.slice(FAULTS.length), faults);
    else await sendFile(exchange, path);
  };
}

async function answerFaults(exchange, rest, faults) {
  const [name, ...parts] = rest.split("/");
  const session = faults.session(name);
  if (parts.length === 0) return answerControl(exchange, session);
  const { request, query } = exchange;
  const path = `/${parts.join("/")}`;
  const fault = session.next({ method: request.method, path, range: request.headers.range, query });
  if (fault.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  if (fault.hang) return;
  if (fault.drop) return drop(exchange);
  if (fault.status === undefined) await sendFile(exchange, path, fault);
  else fault.settle(sendText(exchange, fault.status, `fault ${fault.status}`));
}

async function answerControl(exchange, session) {
  const { method } = exchange.request;
  if (method === "GET") sendText(exchange, 200, JSON.stringify(session.log()));
  else if (method === "DELETE") sendText(exchange, 200, JSON.stringify(session.clear()));
  else if (method === "PUT") await replaceRules(exchange, session);
  else sendText(exchange, 405, `${method} is not for a fault session`);
}

async function replaceRules(exchange, session) {
  const chunks = [];
  for await (const chunk of exchange.request) chunks.push(chunk);
  try {
    const rules = JSON.parse(Buffer.concat(chunks).toString());
    sendText(exchange, 200, JSON.stringify(session.replaceRules(rules)));
  } catch (error) {
    sendText(exchange, 400, String(error));
  }
}

/** @returns {number} the status, for the log */
function sendText({ response }, status, text) {
  response.writeHead(status, { ...HEADERS, "content-type": "application/json" }).end(text);
  return status;
}

async function sendFile({ request, response }, path, fault = {}) {
  const { status, headers, open } = await openFile(fileOf(path), request.headers.range);
  fault.settle?.(status);
  response.writeHead(status, { ...headers, ...HEADERS });
  const stream = request.method === "HEAD" ? undefined : open();
  if (stream) await pour(stream, response, fault);
  response.end();
}

/** Lets bytes through, if so wished slowly, and breaks the connection after so many. */
async function pour(stream, response, options) {
  const { cutAfterBytes = Number.POSITIVE_INFINITY, bytesPerSecond = Number.POSITIVE_INFINITY } = options;
  let sent = 0;
  for await (const chunk of stream) {
    const piece = chunk.subarray(0, cutAfterBytes - sent);
    sent += piece.length;
    await new Promise((resolve) => response.write(piece, resolve));
    if (response.destroyed) return;
    // A reset and not an end: Firefox takes a body that ends early for a whole one.
    if (sent >= cutAfterBytes) return response.socket.resetAndDestroy();
    await new Promise((resolve) => setTimeout(resolve, (piece.length / bytesPerSecond) * 1000));
  }
}

/**
 * A network error for whoever asked. A connection that merely breaks will not do: when it was used before,
 * browsers silently ask again, and the fault is over before anybody saw it. Nor does a broken status line:
 * Firefox accepts it. A redirect to a port that all browsers refuse (fetch.spec.whatwg.org/#bad-port) fails at once.
 */
function drop({ response }) {
  response.writeHead(307, { ...HEADERS, location: "http://127.0.0.1:1/" }).end();
}

/** Paths come out of a parsed URL, so they hold no `..` that leads out of the checkout. */
function fileOf(path) {
  return fromRoot(path.startsWith(MEDIA) ? path.replace(MEDIA, MEDIA_FOLDER) : path);
}
