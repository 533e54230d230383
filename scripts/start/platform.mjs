import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { fromRoot } from "../lib/paths.mjs";

const CLI = fromRoot("packages", "server", "dist", "cli.js");
const MEDIA = fromRoot("packages", "server", "dist", "media.js");
const SERIES = fromRoot("examples", "series");

/** Whether the server package is there as a program. */
export function isPlatformBuilt() {
  return existsSync(CLI);
}

/**
 * The command line of the platform's API for the demo's series.
 * @param {{ port: number, firstPort: number, pageHosts: readonly string[], dataFolder: string }} options
 * @returns {string[]} the script and its arguments
 */
export function apiArguments({ port, firstPort, pageHosts, dataFolder }) {
  return [
    CLI,
    "serve",
    ...["--port", String(port)],
    ...["--host", "127.0.0.1"],
    ...["--data", path.join(dataFolder, "db")],
    ...findCatalogues().flatMap((file) => ["--catalogue", file]),
    ...["--prices", fromRoot("examples", "prices.json")],
    ...["--origins", pageHosts.map((host) => `http://${host}:${firstPort}`).join(",")],
  ];
}

/**
 * The media origin's handler over the demo's series.
 * @param {{ dataFolder: string }} options
 * @returns {Promise<(request: Request) => Promise<Response>>}
 */
export async function createMedia() {
  if (!existsSync(MEDIA))
    return async () => new Response("The media handler is not built yet.", { status: 503 });
  const { createMediaHandler } = await import(pathToFileURL(MEDIA).href);
  return createMediaHandler({ root: SERIES });
}

function findCatalogues() {
  if (!existsSync(SERIES)) return [];
  return readdirSync(SERIES)
    .map((name) => path.join(SERIES, name, "platform.json"))
    .filter((file) => existsSync(file));
}
