import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fromRoot } from "../lib/paths.mjs";
import { PlainError } from "../lib/words.mjs";
import { PUBLISHER, SECRET_VARIABLE } from "./page/login.mjs";

const CLI = fromRoot("packages", "server", "dist", "cli.js");

/**
 * The command lines of the platform's two halves for a folder of packaged series.
 * @param {{ seriesFolder: string, dataFolder: string, apiPort: number, mediaPort: number,
 *   publicMediaPort: number, pageOrigins: readonly string[] }} options the first two ports are internal, the last is
 *   the one that viewers use; `pageOrigins` may ask beside those of this machine and of private networks
 * @returns {{ api: string[], media: string[] }} each the script and its arguments
 * @throws {PlainError} when something is not there
 */
export function platformCommands({
  seriesFolder,
  dataFolder,
  apiPort,
  mediaPort,
  publicMediaPort,
  pageOrigins,
}) {
  if (!existsSync(CLI)) {
    throw new PlainError("The platform is not built. Run npm run build, or npm start without --no-build.");
  }
  const series = findSeries(seriesFolder);
  if (series.length === 0) {
    throw new PlainError(`There is no series in ${seriesFolder}: each has a folder with a platform.json.`);
  }
  const where = (port) => ["--host", "127.0.0.1", "--port", String(port), "--data", dataFolder];
  return {
    api: [
      CLI,
      "serve",
      "--demo",
      "--inspect",
      ...where(apiPort),
      ...["--media-port", String(publicMediaPort)],
      ...["--origins", pageOrigins.join(",")],
      ...["--issuer", `${PUBLISHER}=env:${SECRET_VARIABLE}`],
      ...["--prices", fromRoot("examples", "prices.json")],
      ...["--catalogue", ...series.map((folder) => path.join(folder, "platform.json"))],
    ],
    media: [CLI, "media", ...where(mediaPort), "--series", ...series],
  };
}

function findSeries(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((each) => existsSync(path.join(each, "platform.json")));
}
