import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createFixtureCatalogue, writeFixtureSeries } from "./fixture-series.js";

const CLI = new URL("../cli.js", import.meta.url).pathname;

/** The command line as a process of its own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** Lines of its standard output so far, parsed. */
  readonly lines: readonly Record<string, unknown>[];
  /** Resolves with the line of an event; rejects when the process ends without it. */
  event(name: string): Promise<Record<string, unknown>>;
  /** Exit code and standard error, once it has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** Runs `micro-drama-server` with these arguments. */
export function runServer(args: readonly string[], env: Record<string, string> = {}): ServerProcess {
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, ...env },
  });
  const lines: Record<string, unknown>[] = [];
  const output = createInterface({ input: child.stdout });
  // Every `event` listens until the end.
  output.setMaxListeners(0);
  output.on("line", (line) => lines.push(line.startsWith("{") ? JSON.parse(line) : { text: line }));
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, stderr }));
  return {
    child,
    lines,
    ended,
    event(name) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const line = lines.find(({ event }) => event === name);
          if (line) resolve(line);
        };
        output.on("line", look);
        look();
        ended.then(({ code }) => reject(new Error(`ended with ${code} before '${name}': ${stderr}`)));
      });
    },
  };
}

/** A folder with a series, a price list and room for data. */
export interface Workplace {
  readonly folder: string;
  readonly data: string;
  /** Arguments of `serve` on a free port. */
  readonly serve: readonly string[];
  remove(): void;
}

/** Makes a workplace under the system's temporary folder, with these series. */
export function createWorkplace(prices: object, series: readonly string[] = ["lantern"]): Workplace {
  const folder = mkdtempSync(join(tmpdir(), "drama-server-"));
  for (const id of series) writeFixtureSeries(join(folder, id), createFixtureCatalogue(id));
  writeFileSync(join(folder, "prices.json"), JSON.stringify(prices));
  const data = join(folder, "data");
  return {
    folder,
    data,
    serve: [
      "serve",
      ...["--catalogue", ...series.map((id) => join(folder, id, "platform.json"))],
      ...["--prices", join(folder, "prices.json")],
      ...["--data", data, "--port", "0", "--media-port", "4402", "--demo", "--inspect"],
    ],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
