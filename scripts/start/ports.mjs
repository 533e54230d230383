import net from "node:net";
import { PlainError } from "../lib/words.mjs";

/** What each of the three ports serves, in their order. */
export const ORIGIN_NAMES = ["the publisher's page", "the platform's API", "the media"];

/**
 * Makes sure that the three ports from `first` on are free, before anything slow begins.
 * @param {number} first
 * @param {string | undefined} host undefined: every address
 * @throws {PlainError} naming the port that is taken and how to choose another
 */
export async function assertPortsFree(first, host) {
  for (const [index, name] of ORIGIN_NAMES.entries()) {
    const port = first + index;
    // A program that listens on 127.0.0.1 alone would win over ours for "localhost" on some systems, hence both.
    for (const address of new Set([host, host ?? "127.0.0.1"])) {
      const error = await tryToListen(port, address);
      if (error) throw new PlainError(portComplaint({ error, port, name, first }));
    }
  }
}

/**
 * A port of this machine that was free a moment ago, for a child process that wants a number.
 * @returns {Promise<number>}
 */
export async function findFreePort() {
  const server = net.createServer();
  await listening(server, { port: 0, host: "127.0.0.1" });
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * The first of three ports in a row that were free a moment ago.
 * @returns {Promise<number>}
 */
export async function findFreeRow() {
  for (;;) {
    const first = await findFreePort();
    if (first > 65_533) continue;
    const isFree = await assertPortsFree(first, undefined).then(
      () => true,
      () => false,
    );
    if (isFree) return first;
  }
}

/**
 * Starts a server and waits until it listens.
 * @param {import("node:net").Server} server
 * @param {import("node:net").ListenOptions} where
 * @returns {Promise<void>} rejects with the system's error, for instance EADDRINUSE
 */
export function listening(server, where) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(where, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/**
 * The sentence for a port that cannot be had.
 * @param {{ error: NodeJS.ErrnoException, port: number, name: string, first: number }} what
 * @returns {string}
 */
export function portComplaint({ error, port, name, first }) {
  const another = first + 100 <= 65_533 ? first + 100 : first - 100;
  const mend = `Choose another first port: npm start -- --port ${another}`;
  if (error.code === "EADDRINUSE") {
    return `Port ${port}, wanted for ${name}, is taken by another program (perhaps an earlier npm start). ${mend}`;
  }
  if (error.code === "EACCES") return `This user may not open port ${port}, wanted for ${name}. ${mend}`;
  if (error.code === "EADDRNOTAVAIL")
    return `This machine does not have the address given with --host (${error.message}).`;
  return `Port ${port}, wanted for ${name}, cannot be opened: ${error.message}. ${mend}`;
}

async function tryToListen(port, host) {
  const server = net.createServer();
  try {
    await listening(server, { port, host });
  } catch (error) {
    return error;
  }
  await new Promise((resolve) => server.close(resolve));
  return undefined;
}
