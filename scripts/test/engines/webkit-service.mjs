import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromRoot } from "../../lib/paths.mjs";
import { findFreePort } from "../../start/ports.mjs";
import { killGroup } from "./kill-group.mjs";

/** How long a busy machine may take to bring up a screen or the driver. */
const START_TIMEOUT_MS = 30_000;

const POLL_MS = 100;

/** How long a process may take to end by itself. */
const PATIENCE_MS = 10_000;

/** MiniBrowser's toolbar keeps its window 447 pixels wide; a phone is narrower, so the toolbar shrinks. */
const NARROW_TOOLBAR =
  "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }";

/**
 * Starts a virtual screen and WebKitWebDriver on a free port.
 *
 * @param {{driver: string, miniBrowser: string, display: string}} paths
 * @returns {Promise<{port: number, stop: () => Promise<void>}>}
 */
export async function startWebkitService(paths) {
  const home = await makeHome();
  const screen = await startScreen(paths.display);
  const port = await findFreePort();
  const driver = spawn(paths.driver, [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    // A group of its own, with the browser's processes: what stands still does not end with the driver.
    detached: true,
    env: {
      ...process.env,
      DISPLAY: screen.name,
      GDK_BACKEND: "x11",
      // A virtual screen has no GPU, and there is no desktop session with an accessibility bus.
      LIBGL_ALWAYS_SOFTWARE: "1",
      NO_AT_BRIDGE: "1",
      // Scanning GStreamer's plugins takes seconds; with a fresh cache folder it would be done every time.
      GST_REGISTRY: fromRoot("node_modules/.cache/gstreamer-registry.bin"),
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
    },
  });
  const endAtOnce = () => {
    killGroup(driver);
    screen.child.kill();
  };
  process.once("exit", endAtOnce);
  const stop = async () => {
    process.off("exit", endAtOnce);
    await end(driver);
    killGroup(driver);
    await end(screen.child);
    // The browser writes its shader cache until its last process has gone.
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    await untilReady(port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, stop };
}

/** What WebKitWebDriver wants to hear to start MiniBrowser. */
export function webkitCapabilities(miniBrowser) {
  return {
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: miniBrowser, args: ["--automation"] },
    // Without this webdriverio looks for a BiDi connection that WebKitWebDriver does not open.
    "wdio:enforceWebDriverClassic": true,
  };
}

/**
 * Gives the page itself a size. An automated MiniBrowser ignores its `--geometry`, and its toolbar takes height.
 *
 * @param {import("webdriverio").Browser} driver
 */
export async function resizePage(driver, { width, height }) {
  const window = await driver.getWindowRect();
  const pageHeight = await driver.execute("return innerHeight");
  await driver.setWindowRect(0, 0, width, height + window.height - pageHeight);
}

async function makeHome() {
  const home = await mkdtemp(join(tmpdir(), "micro-drama-webkit-"));
  await mkdir(fromRoot("node_modules/.cache"), { recursive: true });
  await mkdir(join(home, "gtk-3.0"));
  await writeFile(join(home, "gtk-3.0/gtk.css"), NARROW_TOOLBAR);
  return home;
}

/** Xvfb chooses a free display by itself and writes its number to the fourth stream. */
async function startScreen(program) {
  const args = ["-displayfd", "3", "-screen", "0", "1400x1400x24", "-nolisten", "tcp"];
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const timeout = AbortSignal.timeout(START_TIMEOUT_MS);
  const [number] = await once(child.stdio[3], "data", { signal: timeout }).catch(async () => {
    await end(child);
    throw new Error(`${program} did not start within ${START_TIMEOUT_MS / 1000} s`);
  });
  return { child, name: `:${number.toString().trim()}` };
}

async function untilReady(port) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`WebKitWebDriver did not answer within ${START_TIMEOUT_MS / 1000} s`);
}

/** Ends a process in good order, or by force when it does not mind: a driver waits for a page that stands still. */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  await closed;
  clearTimeout(force);
}
