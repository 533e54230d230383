import { readFileSync } from "node:fs";
import { fromRoot } from "./paths.mjs";
import { runNpm } from "./run.mjs";

const INSTALL_OPTIONS = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/** Asks the registry whether it is there; some do not know the question, and their 404 is an answer too. */
const PING = ["ping", "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=15000"];

/** How npm names it when nobody answers, and when it was told to do without and cannot. */
const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ECONNRESET|ENOTCACHED|network/i;

/**
 * Brings `node_modules` in line with the lockfile; does nothing when it already is.
 *
 * @returns {Promise<string | undefined>} a sentence for the reader when it did not work
 */
export async function ensureDependencies() {
  const reason = whyDependenciesStale();
  if (!reason) return undefined;
  console.log(`Installing npm packages (${reason}) …`);
  return installDependencies();
}

/** Why an install is needed in this checkout, or undefined when none is. */
export function whyDependenciesStale() {
  return whyStale(readJson("package-lock.json"), readJson("node_modules/.package-lock.json"));
}

/**
 * Installs what the lockfile says, without running anybody's install scripts.
 *
 * @returns {Promise<string | undefined>} a sentence for the reader when it did not work
 */
export async function installDependencies() {
  // Not `npm ci`: it refuses a lockfile that leaves out optional packages of other platforms, and it deletes
  // node_modules first, under a program that may be running from it.
  const source = (await isRegistryThere()) ? "--prefer-offline" : "--offline";
  const { code, output } = await runNpm(["install", "--no-save", source, ...INSTALL_OPTIONS], {
    quiet: true,
  });
  return code === 0 ? undefined : explain(output);
}

/**
 * Without a network npm tries each of some hundred packages in turn, for minutes, where one question will do. What
 * it has kept from earlier installs may be enough then.
 */
async function isRegistryThere() {
  const { code, output } = await runNpm(PING, { quiet: true });
  return code === 0 || !NO_NETWORK.test(output);
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
  if (NO_NETWORK.test(output)) {
    return "npm could not reach its registry: there is no network, or a proxy is missing (npm config set proxy …). Try again when it is there.";
  }
  return `npm could not install the packages:\n${output.trim().split("\n").slice(-15).join("\n")}`;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(fromRoot(path), "utf8"));
  } catch {
    return undefined;
  }
}
