import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { fromRoot } from "../lib/paths.mjs";
import { createFileHandler } from "../lib/static-files.mjs";
import { SECRET_VARIABLE } from "../start/page/login.mjs";
import { platformCommands } from "../start/platform.mjs";
import { findFreePort, listening } from "../start/ports.mjs";
import { Service } from "../start/service.mjs";
import { createPage } from "./page.mjs";

/** Guests come with 300 coins: enough for three episodes, and never for the last one. */
const PRICES = {
  version: "faults-1",
  currency: "COIN",
  guest: { bonus: 300, paid: 0 },
  series: { "*": { episode: 90, overrides: { e08: 1000 } } },
};

/**
 * The real server (API on an embedded database, and media) as child processes, and a publisher's page with the built
 * player. Everything is on ports of its own and gone at the end.
 */
export async function startPlatform() {
  const folder = await mkdtemp(join(tmpdir(), "micro-drama-faults-"));
  // A copy: another build may replace the chunks while pages still ask for them.
  await cp(fromRoot("packages", "player", "cdn"), join(folder, "player"), { recursive: true });
  await writeFile(join(folder, "prices.json"), JSON.stringify(PRICES));
  const ports = { api: await findFreePort(), media: await findFreePort() };
  const commands = platformCommands({
    seriesFolder: fromRoot("examples", "series"),
    dataFolder: join(folder, "data"),
    apiPort: ports.api,
    mediaPort: ports.media,
    publicMediaPort: ports.media,
    pageOrigins: [],
  });
  // Later words win. Behind a proxy that names viewers, each page is a household of its own for the rate limits.
  commands.api.push("--trust-proxy", "--prices", join(folder, "prices.json"));
  const run = (name, path) =>
    new Service({
      args: commands[name],
      env: { ...process.env, [SECRET_VARIABLE]: "x".repeat(64), DATABASE_URL: "" },
      isReady: async () => (await fetch(`http://127.0.0.1:${ports[name]}${path}`)).ok,
    });
  const api = run("api", "/readyz");
  const media = run("media", "/healthz");
  const page = await servePage({ player: join(folder, "player"), mediaPort: ports.media });
  const stop = async () => {
    await Promise.all([api.stop(), media.stop()]);
    await page.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const service of [api, media]) service.start();
    await Promise.all([api, media].map(untilReady));
  } catch (error) {
    await stop();
    throw error;
  }
  return { api, apiPort: ports.api, pagePort: page.port, untilReady: () => untilReady(api), stop };
}

/** Resolves when a service answers. */
function untilReady(service) {
  return new Promise((resolve, reject) => {
    const look = (state) => state === "ready" && done(resolve);
    const fail = (error) => done(() => reject(error));
    const done = (end) => {
      service.off("state", look);
      service.off("failed", fail);
      end();
    };
    service.on("state", look);
    service.on("failed", fail);
    look(service.status.state);
  });
}

async function servePage({ player, mediaPort }) {
  const files = createFileHandler(player);
  const answer = async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/") {
      const html = createPage({ mediaPort, parameters: searchParams });
      return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
    }
    const file = await files(request, pathname.replace(/^\/player/, ""));
    return file ?? new Response("not here", { status: 404 });
  };
  const server = http.createServer(getRequestListener(answer));
  await listening(server, { port: 0, host: "127.0.0.1" });
  return {
    port: server.address().port,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
