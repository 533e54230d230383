import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { createInterface } from "node:readline";

const LEASH = new URL("./leash.mjs", import.meta.url).href;

/** How long a service may take to end in order before it is killed. */
const PATIENCE_MS = 8000;

/** How often a starting service is asked whether it is ready. */
const ASK_EVERY_MS = 150;

/** Pause before a service that fell over by itself is started again, so that a broken one does not spin. */
const RESTART_AFTER_SECONDS = 2;

/** How many of its last words are kept to explain an end. */
const LAST_WORDS = 20;

/**
 * @typedef {"stopped" | "starting" | "ready" | "killed"} ServiceState
 *   `killed`: gone, and about to be started again
 */

/**
 * Keeps one Node program running as a child process.
 * Emits "state" (ServiceState), "line" (one line of its standard output) and "failed" (Error) when it ended
 * before it was ever ready, which no restart would mend; "fell" (Error) when it ended later, by itself, and is
 * about to be started again.
 */
export class Service extends EventEmitter {
  #command;
  #isReady;
  #child;
  #state = "stopped";
  #wasReady = false;
  #restartTimer;
  #restartsAt;
  #lastWords = [];
  #ending;

  /**
   * @param {{ args: readonly string[], env: Record<string, string>, cwd?: string,
   *   isReady: () => Promise<boolean> }} options `args`: the script and its arguments
   */
  constructor({ args, env, cwd, isReady }) {
    super();
    this.#command = { args, env, cwd };
    this.#isReady = isReady;
  }

  /** @returns {{ state: ServiceState, pid?: number, restartsAt?: number }} plain data; the time in ms since 1970 */
  get status() {
    return {
      state: this.#state,
      ...(this.#child && { pid: this.#child.pid }),
      ...(this.#restartsAt && { restartsAt: this.#restartsAt }),
    };
  }

  /** Starts the program. Returns at once; "state" tells how it goes on. */
  start() {
    clearTimeout(this.#restartTimer);
    this.#restartsAt = undefined;
    const { args, env, cwd } = this.#command;
    const child = spawn(process.execPath, ["--import", LEASH, ...args], {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child = child;
    this.#lastWords = [];
    createInterface({ input: child.stdout }).on("line", (line) => this.emit("line", line));
    createInterface({ input: child.stderr }).on("line", (line) => this.#keep(line));
    child.once("error", (error) => this.#keep(error.message));
    child.once("close", (code, signal) => this.#ended(child, signal ?? `exit code ${code}`));
    this.#become("starting");
    this.#waitUntilReady(child);
  }

  /**
   * Ends it the way a power cut would, and starts it again.
   * @param {number} seconds until then
   */
  kill(seconds) {
    if (!this.#child || this.#state === "stopped") return;
    const child = this.#child;
    this.#child = undefined;
    child.kill("SIGKILL");
    this.#startAgainIn(seconds);
  }

  /** Ends it in order; by force after a while, or at once when asked. @param {{ byForce?: boolean }} [how] */
  async stop({ byForce = false } = {}) {
    clearTimeout(this.#restartTimer);
    const child = this.#child;
    this.#become("stopped");
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    if (byForce) child.kill("SIGKILL");
    this.#ending ??= endInOrder(child);
    await this.#ending;
    this.#child = undefined;
    this.#ending = undefined;
  }

  #keep(line) {
    this.#lastWords.push(line);
    if (this.#lastWords.length > LAST_WORDS) this.#lastWords.shift();
  }

  #ended(child, how) {
    if (child !== this.#child || this.#state === "stopped") return;
    this.#child = undefined;
    const error = new Error(`ended with ${how}\n${this.#lastWords.join("\n")}`.trim());
    if (!this.#wasReady) {
      this.emit("failed", error);
      this.#become("stopped");
      return;
    }
    this.emit("fell", error);
    this.#startAgainIn(RESTART_AFTER_SECONDS);
  }

  #startAgainIn(seconds) {
    this.#restartsAt = Date.now() + seconds * 1000;
    this.#become("killed");
    this.#restartTimer = setTimeout(() => this.start(), seconds * 1000);
  }

  async #waitUntilReady(child) {
    while (child === this.#child && this.#state === "starting") {
      if (await this.#isReady().catch(() => false)) {
        if (child !== this.#child || this.#state !== "starting") return;
        this.#wasReady = true;
        this.#become("ready");
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  }

  #become(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.emit("state", state);
  }
}

async function endInOrder(child) {
  const closed = once(child, "close");
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  if (process.platform !== "win32") child.kill("SIGTERM");
  else if (child.connected) child.send("end");
  await closed;
  clearTimeout(timer);
}
