import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fromRoot } from "../../lib/paths.mjs";
import { runNpm } from "../../lib/run.mjs";
import { PlainError } from "../../lib/words.mjs";

/** Fixed, so that figures of different days compare. */
const VERSIONS = { "@mux/mux-player": "3.14.0", "video.js": "8.24.1", vidstack: "1.15.6" };

const FOLDER = fromRoot(".data/bench/peers");

/** Installs the players of others, all at once, for the benchmark only. @throws {PlainError} when npm could not */
export async function installPeers() {
  if (Object.keys(VERSIONS).every((name) => existsSync(peerPath(name, "package.json")))) return;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, "package.json"), JSON.stringify({ private: true }));
  const packages = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  const words = ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages];
  const { code, output } = await runNpm(words, { cwd: FOLDER, quiet: true });
  if (code !== 0) throw new PlainError(`The players to compare with could not be installed:\n${output}`);
}

/** A file of an installed peer. */
export function peerPath(name, ...parts) {
  return join(FOLDER, "node_modules", name, ...parts);
}
