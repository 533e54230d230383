import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { PlainError } from "../lib/words.mjs";
import { listening } from "./ports.mjs";

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
 */
export async function resetDataFolder(folder) {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(folder, { recursive: true });
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
