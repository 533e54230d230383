import { randomBytes } from "node:crypto";
import { EventEmitter, once } from "node:events";
import http from "node:http";
import { hostname } from "node:os";
import { getRequestListener } from "@hono/node-server";
import { fromRoot } from "../lib/paths.mjs";
import { createBackstageApp } from "./backstage/app.mjs";
import { createFeed } from "./backstage/feed.mjs";
import { readLogLine } from "./backstage/requests.mjs";
import { findLanAddresses } from "./lan.mjs";
import { createNetwork } from "./network/network.mjs";
import { createProxy } from "./network/proxy.mjs";
import { createPageApp } from "./page/app.mjs";
import { createLoginApp, SECRET_VARIABLE } from "./page/login.mjs";
import { platformCommands } from "./platform.mjs";
import { findFreePort, listening } from "./ports.mjs";
import { Service } from "./service.mjs";

/** Where the two halves of the platform say that they are ready. */
const READY_PATHS = { api: "/readyz", media: "/healthz" };

/** How long one question whether a service is ready may take. */
const QUESTION_TIMEOUT_MS = 2000;

/**
 * Starts the whole demo: the publisher's page on `firstPort`, the platform's API on the next and the media on
 * the one after, the last two as child processes behind proxies with network conditions. Resolves when
 * all three listen; `ready` tells when each really answers.
 *
 * Emits "fell" (name, Error) when a child ended by itself and is about to be started again.
 *
 * @param {{ firstPort: number, host?: string, dataFolder: string, seriesFolder: string, databaseUrl?: string,
 *   commandsOf?: typeof platformCommands }} options `host`: the only address to listen on; `commandsOf`: what to
 *   run as the two halves of the platform
 * @returns {Promise<EventEmitter & { ready: Record<"page" | "media" | "api", Promise<void>>,
 *   stop: (how?: { byForce?: boolean }) => Promise<void> }>}
 */
export async function startDemo({
  firstPort,
  host,
  dataFolder,
  seriesFolder,
  databaseUrl,
  commandsOf = platformCommands,
}) {
  const demo = new EventEmitter();
  const ended = new AbortController();
  const feed = createFeed();
  const network = createNetwork(["api", "media"]);

  const ports = { api: await findFreePort(), media: await findFreePort() };
  const commands = commandsOf({
    seriesFolder,
    dataFolder,
    apiPort: ports.api,
    mediaPort: ports.media,
    publicMediaPort: firstPort + 2,
    pageOrigins: pageOrigins(firstPort),
  });
  // Readers keep what they bought by their name; the secret itself may be a new one with every start.
  const secret = randomBytes(32).toString("hex");
  const env = {
    ...process.env,
    [SECRET_VARIABLE]: secret,
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  };
  const run = (name) => {
    const service = new Service({
      args: commands[name],
      env,
      cwd: fromRoot(),
      isReady: () => answersWell(`http://127.0.0.1:${ports[name]}${READY_PATHS[name]}`),
    });
    service.on("fell", (error) => demo.emit("fell", name, error));
    service.on("line", (line) => {
      const request = readLogLine(name, line);
      // Our own questions are nobody's request.
      if (request && request.path !== READY_PATHS[name]) feed.addRequest(request);
    });
    return service;
  };
  const services = { api: run("api"), media: run("media") };
  const backstage = createBackstageApp({ feed, network, api: services.api, signal: ended.signal });
  const pages = createPageApp({ firstPort, backstage, login: createLoginApp({ secret }) });
  const page = http.createServer(getRequestListener(pages.fetch));
  const proxies = ["api", "media"].map((name) =>
    createProxy({ upstreamPort: ports[name], conditions: network.conditionsOf(name) }),
  );

  async function stop({ byForce = false } = {}) {
    ended.abort();
    await Promise.all([
      closeServer(page),
      ...proxies.map((proxy) => proxy.close()),
      ...Object.values(services).map((service) => service.stop({ byForce })),
    ]);
  }

  try {
    for (const [offset, server] of [page, ...proxies.map((proxy) => proxy.server)].entries()) {
      await listening(server, { port: firstPort + offset, host });
    }
  } catch (error) {
    await stop({ byForce: true });
    throw error;
  }
  const ready = {
    page: pageAnswers(`http://${host ?? "127.0.0.1"}:${firstPort}/`),
    api: whenReady(services.api),
    media: whenReady(services.media),
  };
  services.api.start();
  services.media.start();
  return Object.assign(demo, { ready, stop });
}

/** This machine under its own name and its addresses, which need not be of a private network. */
function pageOrigins(port) {
  return ["localhost", hostname(), ...findLanAddresses()]
    .map((name) => `http://${name}:${port}`)
    .filter((url) => URL.canParse(url))
    .map((url) => new URL(url).origin);
}

async function answersWell(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(QUESTION_TIMEOUT_MS) });
  await response.body?.cancel();
  return response.ok;
}

async function pageAnswers(url) {
  if (!(await answersWell(url))) throw new Error("does not answer");
}

function whenReady(service) {
  const ready = new Promise((resolve, reject) => {
    service.once("failed", reject);
    service.on("state", (state) => {
      if (state === "ready") resolve();
      if (state === "stopped") reject(new Error("stopped before it was ready"));
    });
  });
  // Whoever waits hears of it; a demo that is ended while it boots has nobody waiting.
  ready.catch(() => {});
  return ready;
}

async function closeServer(server) {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
