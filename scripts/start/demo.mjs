import { EventEmitter, once } from "node:events";
import http from "node:http";
import { getRequestListener } from "@hono/node-server";
import { fromRoot } from "../lib/paths.mjs";
import { createBackstageApp } from "./backstage/app.mjs";
import { createFeed } from "./backstage/feed.mjs";
import { readLogLine, watchRequests } from "./backstage/requests.mjs";
import { createNetwork } from "./network/network.mjs";
import { createProxy } from "./network/proxy.mjs";
import { createPageApp } from "./page/app.mjs";
import { apiArguments, createMedia } from "./platform.mjs";
import { findFreePort, listening } from "./ports.mjs";
import { Service } from "./service.mjs";

/**
 * Starts the whole demo: the publisher's page on `firstPort`, the platform's API on the next and the media on
 * the one after, the last two behind proxies with network conditions. Resolves when page and media answer;
 * the API goes on booting (see `apiReady`).
 *
 * Emits "api" (ServiceState), "api-fell" (Error: it ended by itself and is started again) and "log" (a line
 * of the API that is no request).
 *
 * @param {{ firstPort: number, host?: string, pageHosts: readonly string[], dataFolder: string,
 *   databaseUrl?: string }} options `pageHosts`: the names under which viewers open the page
 */
export async function startDemo({ firstPort, host, pageHosts, dataFolder, databaseUrl }) {
  const demo = new EventEmitter();
  const ended = new AbortController();
  const feed = createFeed();
  const network = createNetwork(["api", "media"]);

  const apiPort = await findFreePort();
  const api = new Service({
    args: apiArguments({ port: apiPort, firstPort, pageHosts, dataFolder }),
    env: { ...process.env, ...(databaseUrl && { DATABASE_URL: databaseUrl }) },
    cwd: fromRoot(),
    isReady: () => isReady(`http://127.0.0.1:${apiPort}/`),
  });
  const apiReady = whenReady(api);
  // Whoever does not wait for it hears of a failure through "api".
  apiReady.catch(() => {});
  api.on("line", (line) => {
    const request = readLogLine(line);
    if (request) feed.addRequest(request);
    else demo.emit("log", line);
  });
  api.on("fell", (error) => demo.emit("api-fell", error));
  api.on("state", (state) => {
    feed.publishState({ network: network.modes(), server: api.status });
    demo.emit("api", state);
  });

  const media = serve(watchRequests(await createMedia({ dataFolder }), feed.addRequest));
  await listening(media, { port: 0, host: "127.0.0.1" });
  const proxies = [
    createProxy({ upstreamPort: apiPort, conditions: network.conditionsOf("api") }),
    createProxy({ upstreamPort: media.address().port, conditions: network.conditionsOf("media") }),
  ];
  const backstage = createBackstageApp({ feed, network, api, signal: ended.signal });
  const page = serve(createPageApp({ firstPort, backstage }).fetch);

  /** Ends everything in order; with `byForce` without waiting for open requests. */
  async function stop({ byForce = false } = {}) {
    ended.abort();
    const servers = [page, media].map((server) => closeServer(server));
    await Promise.all([...servers, ...proxies.map((proxy) => proxy.close()), api.stop({ byForce })]);
  }

  try {
    await listening(page, { port: firstPort, host });
    for (const [index, proxy] of proxies.entries())
      await listening(proxy.server, { port: firstPort + 1 + index, host });
  } catch (error) {
    await stop({ byForce: true });
    throw error;
  }
  api.start();
  return Object.assign(demo, { network, api, apiReady, stop });
}

function serve(fetchHandler) {
  return http.createServer(getRequestListener(fetchHandler));
}

async function closeServer(server) {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/** Any answer but 503 and a broken connection means that the database is there. */
async function isReady(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
  await response.body?.cancel();
  return response.status !== 503;
}

function whenReady(service) {
  return new Promise((resolve, reject) => {
    service.once("failed", reject);
    service.on("state", (state) => {
      if (state === "ready") resolve();
      if (state === "stopped") reject(new Error("stopped before it was ready"));
    });
  });
}
