import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromRoot, ROOT } from "../../lib/paths.mjs";
import { assertPortsFree, findFreePort } from "../../start/ports.mjs";

/** Building and the database's first boot on a slow machine. */
const READY_TIMEOUT_MS = 150_000;

/** The last thing that `npm start` says when everything answers. */
const READY_WORDS = "Ctrl-C ends it";

const HOST = "127.0.0.1";

const PORT_ATTEMPTS = 20;

/**
 * Starts what `npm start` starts, as a process of its own, with a fresh database and ports of its own.
 *
 * @returns {Promise<{url: string, stop: () => Promise<void>}>} `url` of the publisher's page
 * @throws {Error} with what it printed, when it does not become ready
 */
export async function startDemo() {
  const port = await findThreePorts();
  const data = await mkdtemp(join(tmpdir(), "micro-drama-journey-"));
  const options = ["--no-install", "--port", String(port), "--host", HOST, "--data", data];
  const child = spawn(process.execPath, [fromRoot("scripts/start.mjs"), ...options], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGINT");
      await once(child, "exit");
    }
    await rm(data, { recursive: true, force: true });
  };
  try {
    await untilReady(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://${HOST}:${port}/`, stop };
}

function untilReady(child) {
  let printed = "";
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`npm start ${why}. It printed:\n${printed.trim()}`));
    const timer = setTimeout(
      () => fail(`was not ready after ${READY_TIMEOUT_MS / 1000} s`),
      READY_TIMEOUT_MS,
    );
    const read = (chunk) => {
      printed += chunk;
      if (printed.includes(READY_WORDS)) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => fail(`ended with code ${code}`));
    timer.unref();
  });
}

async function findThreePorts() {
  for (let attempt = 0; attempt < PORT_ATTEMPTS; attempt += 1) {
    const port = await findFreePort();
    const isFree = await assertPortsFree(port, HOST).then(
      () => true,
      () => false,
    );
    if (isFree) return port;
  }
  throw new Error(`no three free ports in a row found in ${PORT_ATTEMPTS} attempts`);
}
