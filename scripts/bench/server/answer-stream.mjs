import { constants } from "node:http2";
import { PIECE_BYTES } from "../network/network.mjs";

/** What headers of an answer weigh, roughly, after HTTP/2 has compressed them. */
const HEADER_BYTES = 150;

/**
 * @typedef {object} Delivery one request, as the server saw it
 * @property {string} origin
 * @property {string} method
 * @property {string} path
 * @property {number} at when it arrived, milliseconds since 1970
 * @property {number} [endedAt] when its last byte was delivered; absent while under way or after it was cut
 * @property {number} status 0 until it was answered
 * @property {number} from first byte of the file that was asked for
 * @property {number} bytes of the body delivered so far
 */

/**
 * Answers one HTTP/2 stream at the pace of the network: a round trip for the request, then piece by piece. A stream
 * that the browser cancels gets no further piece.
 *
 * @param {import("node:http2").ServerHttp2Stream} stream
 * @param {import("node:http2").IncomingHttpHeaders} headers
 * @param {{origin: string, network: import("../network/network.mjs").Network, ledger: Delivery[],
 *   respond: import("./origins.mjs").Respond}} how
 */
export async function answerStream(stream, headers, { origin, network, ledger, respond }) {
  // Without a listener a reset by the browser would end the process.
  stream.on("error", () => {});
  const { ":method": method, ":path": path } = headers;
  /** @type {Delivery} */
  const delivery = { origin, method, path, at: Date.now(), status: 0, from: 0, bytes: 0 };
  ledger.push(delivery);
  const body = method === "POST" ? await readBody(stream) : Buffer.alloc(0);
  const failure = origin === "media" ? network.drawFailure() : undefined;
  const answer = (failure !== "answer" && (await respond?.({ method, path, headers, body }))) || {
    status: failure ? 503 : 404,
    headers: { "access-control-allow-origin": "*" },
    body: Buffer.alloc(0),
  };
  await network.travel(1);
  await network.pass(HEADER_BYTES);
  if (stream.destroyed) return;
  if (failure === "cut") return stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  delivery.status = answer.status;
  delivery.from = Number(/bytes (\d+)-/.exec(answer.headers["content-range"] ?? "")?.[1] ?? 0);
  stream.respond({
    ":status": answer.status,
    ...answer.headers,
    "content-length": String(answer.body.length),
  });
  for (let at = 0; at < answer.body.length && method !== "HEAD"; at += PIECE_BYTES) {
    const piece = answer.body.subarray(at, at + PIECE_BYTES);
    await network.pass(piece.length);
    if (stream.destroyed) return;
    // A browser that stops reading fills its window; what waits here was not delivered.
    if (!stream.write(piece)) await drained(stream);
    if (stream.destroyed) return;
    delivery.bytes += piece.length;
  }
  stream.end();
  delivery.endedAt = Date.now();
}

function drained(stream) {
  return new Promise((done) => {
    const end = () => {
      stream.off("drain", end);
      stream.off("close", end);
      done();
    };
    stream.on("drain", end);
    stream.on("close", end);
  });
}

async function readBody(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
