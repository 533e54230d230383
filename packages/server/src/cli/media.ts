import { statSync } from "node:fs";
import { join } from "node:path";
import { createMediaHandler } from "../delivery/media-handler.js";
import { createFolderFiles } from "../delivery/node-files.js";
import { untilAskedToEnd, writeEvent, writeLine } from "./events.js";
import { ConfigurationError } from "./exit.js";
import { loadKeys } from "./keys.js";
import { listen } from "./listen.js";

/** Options of `micro-drama-server media`. */
export interface MediaOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly series: readonly string[];
}

/** Serves media until it is asked to end. @throws ConfigurationError, or the system's error */
export async function media(options: MediaOptions): Promise<void> {
  for (const folder of options.series) {
    if (!statSync(join(folder, "public"), { throwIfNoEntry: false })?.isDirectory())
      throw new ConfigurationError("--series", `${folder} has no folder public/`);
  }
  const handler = createMediaHandler({
    files: createFolderFiles(options.series),
    keys: loadKeys(options.data, process.env),
    log: writeLine,
  });
  const server = await listen(() => handler, options);
  writeEvent("listening", { url: server.url });
  writeEvent("ready", { url: server.url });
  writeEvent("stopping", { signal: await untilAskedToEnd() });
  await server.close();
  writeEvent("stopped");
}
