import { createHash } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { PlainError } from "../lib/words.mjs";
import { listening } from "./ports.mjs";

/** What the server package writes into the folder of its embedded database. */
const SERVER_LOCK = "server.lock";

/**
 * Makes the folder and holds it for this process, so that no second demo and no reset gets at it.
 * The lock is a local socket: it vanishes with its process however that ends, so it can never be stale.
 * @param {string} folder absolute
 * @returns {Promise<{ release: () => Promise<void> }>}
 * @throws {PlainError} when another process holds it
 */
export async function holdDataFolder(folder) {
  const address = socketAddress(folder);
  if (await answers(address)) {
    throw new PlainError(
      `Another npm start is using ${folder}. End it with Ctrl-C first, or give this one a folder of its own: ` +
        "npm start -- --data <folder>",
    );
  }
  // What a killed process left of its socket; on Windows pipes leave nothing.
  if (process.platform !== "win32") await rm(address, { force: true });
  const server = net.createServer((socket) => socket.destroy());
  await listening(server, { path: address });
  server.unref();
  await mkdir(folder, { recursive: true });
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/**
 * Empties the folder. Call it while holding it.
 * @param {string} folder
 * @throws {PlainError} while a server that was started by hand works in it
 */
export async function resetDataFolder(folder) {
  const pid = await findServer(folder);
  if (pid !== undefined) {
    throw new PlainError(
      `The process ${pid} is using ${folder}. End it first; if it is no server of this demo, delete ` +
        `${path.join(folder, SERVER_LOCK)}.`,
    );
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(folder, { recursive: true });
}

/** The process that a server's lock file names, while it lives. */
async function findServer(folder) {
  try {
    const { pid } = JSON.parse(await readFile(path.join(folder, SERVER_LOCK), "utf8"));
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

/** In the system's folder for such things, because a socket's path may have about 100 characters. */
function socketAddress(folder) {
  const name = `micro-drama-${createHash("sha256").update(path.resolve(folder)).digest("hex").slice(0, 16)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);
}

function answers(address) {
  return new Promise((resolve) => {
    const socket = net.connect(address);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
