import http from "node:http";
import { listening } from "../start/ports.mjs";

/**
 * One request of the page, as a fault sees it.
 *
 * @typedef {object} Exchange
 * @property {string} name method and path, such as `POST /unlocks`; keys and ids are left as they are
 * @property {http.IncomingMessage} request
 * @property {Buffer} body of the request
 * @property {http.ServerResponse} response
 * @property {() => Promise<Answer>} forward asks the real server; may be called more than once, or never
 * @property {(answer: Answer) => void} deliver sends an answer to the page
 * @property {() => void} cut resets the page's connection
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string | string[]>} headers
 * @property {Buffer} body
 *
 * @typedef {(exchange: Exchange) => Promise<void> | void} Fault what happens in the place of an undisturbed answer
 *
 * @typedef {object} Rule
 * @property {string} on what the exchange's name begins with, such as `POST /unlocks`; empty for everything
 * @property {Fault} fault
 * @property {number} [times] how many exchanges it happens to; for ever without
 * @property {number} [forMs] for how long, from the first one on; for ever without
 */

/** Where the protocol begins. */
const BASE = "/drama/v1";

/** Headers that belong to one connection and not to the message. */
const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "content-length"];

/**
 * Stands between one viewer's page and the platform's API, and does to requests what its rules say.
 *
 * @param {{ upstreamPort: number, address: string }} options `address`: the viewer's, as the platform shall see it
 */
export async function startFaultProxy({ upstreamPort, address }) {
  const sockets = new Set();
  /** @type {{ at: number, name: string, key?: string, token?: string, status?: number | "cut" }[]} */
  const log = [];
  let rules = [];
  let troubleAt = 0;
  let inTrouble = 0;

  const server = http.createServer(async (request, response) => {
    const body = await readBody(request).catch(() => undefined);
    if (!body) return;
    const name = `${request.method} ${request.url.replace(BASE, "").replace(/\?.*/, "")}`;
    const entry = {
      at: Date.now(),
      name,
      key: request.headers["idempotency-key"],
      token: request.headers.authorization?.replace("Bearer ", ""),
    };
    log.push(entry);
    response.once("close", () => {
      entry.status ??= response.writableFinished ? response.statusCode : "cut";
    });
    const exchange = {
      name,
      request,
      body,
      response,
      forward: () => forward({ request, body, upstreamPort, address }),
      deliver: (answer) => deliver(response, answer),
      cut: () => request.socket.resetAndDestroy(),
    };
    const rule = findRule(name);
    try {
      if (!rule) return exchange.deliver(await exchange.forward());
      inTrouble += 1;
      await rule.fault(exchange);
    } catch {
      // The server is gone: so is the connection to it.
      exchange.cut();
    } finally {
      if (rule) {
        inTrouble -= 1;
        troubleAt = Date.now();
      }
    }
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.keepAliveTimeout = 60_000;
  await listening(server, { port: 0, host: "127.0.0.1" });
  const { port } = server.address();

  function findRule(name) {
    const now = Date.now();
    rules = rules.filter(({ left, endsAt }) => left > 0 && now < endsAt);
    const rule = rules.find(({ on }) => name.startsWith(on));
    if (!rule) return undefined;
    rule.left -= 1;
    if (rule.endsAt === Number.POSITIVE_INFINITY && rule.forMs !== undefined) rule.endsAt = now + rule.forMs;
    return rule;
  }

  const stopListening = () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    return closed;
  };
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    log,
    /** @param {...Rule} next */
    add(...next) {
      for (const rule of next)
        rules.push({
          ...rule,
          left: rule.times ?? Number.POSITIVE_INFINITY,
          endsAt: Number.POSITIVE_INFINITY,
        });
    },
    /** When the last disturbed exchange was over; 0 before the first one, the present while one goes on. */
    troubleAt: () => (inTrouble > 0 ? Date.now() : troubleAt),
    /** Refuses connections, the open ones too, for a while. */
    async refuse(ms) {
      await stopListening();
      await new Promise((resolve) => setTimeout(resolve, ms));
      await listening(server, { port, host: "127.0.0.1" });
    },
    close: stopListening,
  };
}

async function readBody(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function forward({ request, body, upstreamPort, address }) {
  const { method, url: path } = request;
  const headers = { ...request.headers, "x-forwarded-for": address, connection: "close" };
  return new Promise((resolve, reject) => {
    const upstream = http.request({ host: "127.0.0.1", port: upstreamPort, method, path, headers });
    upstream.once("error", reject);
    upstream.once("response", (response) => {
      const { statusCode: status, headers: own } = response;
      readBody(response).then((answer) => resolve({ status, headers: own, body: answer }), reject);
    });
    upstream.end(body);
  });
}

function deliver(response, { status, headers, body }) {
  if (response.destroyed) return;
  const kept = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name));
  response.writeHead(status, { ...Object.fromEntries(kept), "content-length": body.length });
  response.end(body);
}
