import { readFileSync } from "node:fs";
import { fromRoot } from "./paths.mjs";
import { runNpm } from "./run.mjs";

/**
 * Brings `node_modules` in line with the lockfile; does nothing when it already is.
 *
 * @returns {Promise<string | undefined>} a sentence for the reader when it did not work
 */
export async function ensureDependencies() {
  const reason = whyStale(readJson("package-lock.json"), readJson("node_modules/.package-lock.json"));
  if (!reason) return undefined;
  console.log(`Installing npm packages (${reason}) …`);
  const { code, output } = await runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    quiet: true,
  });
  if (code === 0) return undefined;
  return explain(output);
}

/**
 * Compares what is installed with what is locked, by content: file times say nothing after a checkout.
 * Packages for other platforms are optional and may be absent.
 *
 * @returns {string | undefined} why an install is needed
 */
export function whyStale(lockfile, installed) {
  if (!installed) return "node_modules is missing";
  for (const [path, locked] of Object.entries(lockfile?.packages ?? {})) {
    if (!path.startsWith("node_modules/") || locked.optional) continue;
    const name = path.replace(/^.*node_modules\//, "");
    const present = installed.packages?.[path];
    if (!present) return `${name} is missing`;
    if (present.version !== locked.version) return `${name} should be ${locked.version}`;
  }
  return undefined;
}

function explain(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ECONNRESET|network/i.test(output)) {
    return "npm could not reach its registry: there is no network, or a proxy is missing (npm config set proxy …). Try again when it is there.";
  }
  return `npm ci failed:\n${output.trim().split("\n").slice(-15).join("\n")}`;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(fromRoot(path), "utf8"));
  } catch {
    return undefined;
  }
}
