import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { join } from "node:path";
import type { Backoffice } from "../store/backoffice.js";

/** The longest path that a socket can have on every system. */
const MAX_PATH = 100;
/** A thousand codes fit. */
const MAX_BODY = 4 * 1024 * 1024;

/** Where the server of a data folder takes orders of the command line; undefined when the path is too long for a socket. */
export function controlPath(data: string): string | undefined {
  const path = join(data, "control.sock");
  return path.length > MAX_PATH ? undefined : path;
}

/**
 * Takes orders of the command line while this process has the embedded database: on a socket in the data folder, which
 * only the folder's owner can open. Not on the network.
 *
 * @returns ends it, after what is under way
 */
export async function serveControl(path: string, backoffice: Backoffice): Promise<() => Promise<void>> {
  // What a killed server left behind; the folder's lock is ours by now.
  rmSync(path, { force: true });
  const server = createServer(async (request, response) => {
    const answer = await carryOut(backoffice, request).catch((error: unknown) => ({
      error: error instanceof Error ? error.message : String(error),
    }));
    response.setHeader("connection", "close").end(JSON.stringify(answer));
  });
  // The socket is made inside this call: it is never open to others, not even for a moment.
  const umask = process.umask(0o177);
  server.listen(path);
  process.umask(umask);
  await once(server, "listening");
  return async () => {
    const closed = once(server, "close");
    server.close();
    await closed;
  };
}

async function carryOut(backoffice: Backoffice, request: IncomingMessage): Promise<object> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk;
    if (text.length > MAX_BODY) throw new Error("The order is too long.");
  }
  const { method, args } = JSON.parse(text) as { method: string; args: readonly unknown[] };
  const methods = backoffice as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>;
  const call = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!call) throw new Error(`This server has no '${method}'; is it of another version?`);
  return { result: await call(...args) };
}
