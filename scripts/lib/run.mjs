import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fromRoot, ROOT } from "./paths.mjs";

/**
 * Runs a program to its end.
 *
 * Output goes to this terminal unless `quiet`, in which case it is only collected.
 * Never rejects: a program that cannot be started answers code 127 and the reason as output.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: Record<string, string>, quiet?: boolean, signal?: AbortSignal, timeoutMs?: number}} [options]
 * @returns {Promise<{code: number, output: string}>}
 */
export function run(command, args, { cwd = ROOT, env = {}, quiet = false, signal, timeoutMs } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      ...(signal && { signal }),
      ...(timeoutMs && { timeout: timeoutMs }),
    });
    const chunks = [];
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => done({ code: 127, output: error.message }));
    child.on("close", (code) => done({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** Runs a package's command line with this very Node, so that Windows needs no `.cmd` wrapper. */
export function runBin(packageName, binName, args, options) {
  return run(process.execPath, [binPath(packageName, binName), ...args], options);
}

/** Runs npm. Through `npm test` the npm in use is known; started by hand it is found beside Node. */
export function runNpm(args, options) {
  const script = npmScript();
  if (script) return run(process.execPath, [script, ...args], options);
  return run("npm", args, options);
}

function npmScript() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(beside, "node_modules/npm/bin/npm-cli.js"),
    join(beside, "../lib/node_modules/npm/bin/npm-cli.js"),
  ];
  return candidates.find((path) => path?.endsWith("npm-cli.js") && existsSync(path));
}

/** Where the script of a package's command line lies. */
export function binPath(packageName, binName) {
  const folder = fromRoot("node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[binName]);
}
