import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fromRoot } from "../../lib/paths.mjs";
import { runNpm } from "../../lib/run.mjs";
import { PlainError } from "../../lib/words.mjs";

/**
 * The players of others, in the versions that npm called the latest when this list was written, and what npm says
 * about their content. They are no dependencies: only the benchmark installs them, into a folder that git ignores.
 */
const PEERS = Object.freeze({
  "@mux/mux-player": {
    version: "3.14.0",
    integrity:
      "sha512-vb1czZOL+L1PA4hNbiLBO913CMtJ5LTvJ5hjck+ba93MNNpv/Ie86TxtvspXWK6fufEWiCoCH5GK81A/aEWQhw==",
  },
  "video.js": {
    version: "8.24.1",
    integrity:
      "sha512-Qh2WxVyiw6BEvpS95KCoZM8wt10r2iDvembOjHPftVcxY4QR53WVTDQlJEuI1J46Yo9Zw+6rRDIe62C+J+edfQ==",
  },
  "media-icons": {
    version: "1.1.5",
    integrity:
      "sha512-zu3CjKRs63ybLLWPomRRgTDyYiSrk2bRRgw97ZmN3FGXuo9qUUhBSfYwnjmvSdLG2JOJfAwzDz99bPATSY81DQ==",
  },
  vidstack: {
    version: "1.15.6",
    integrity:
      "sha512-bdPbguNooX7Og6xqhqlRoowciTL7DibntuUwFrW6Y7K2t1jcYX7yTd05k/hfEOJrTGaY2VpU5hLQpFJDNFzK4A==",
  },
});

const FOLDER = fromRoot(".data/bench/peers");

/**
 * A file of an installed peer, or of what one depends on.
 *
 * @param {string} name of the package
 * @param {...string} parts below its package folder
 */
export function peerFile(name, ...parts) {
  return join(FOLDER, "node_modules", name, ...parts);
}

/** What the tables call a peer: its name and version. @param {keyof typeof PEERS} name */
export function peerTitle(name) {
  return `${name.replace(/^@.*\//, "")} ${PEERS[name].version}`;
}

/**
 * Installs a peer unless it is there in the right version.
 *
 * @param {keyof typeof PEERS} name
 * @throws {PlainError} when npm could not, or brought something else
 */
export async function installPeer(name) {
  const { version, integrity } = PEERS[name];
  if ((await readLocked(name))?.integrity === integrity) return;
  // No scripts: a player is files. A folder of its own keeps it out of this repository's lockfile.
  const flags = ["--save-exact", "--ignore-scripts", "--no-audit", "--no-fund"];
  const spec = `${name}@${version}`;
  const { code, output } = await runNpm(["install", "--prefix", FOLDER, ...flags, spec], { quiet: true });
  if (code !== 0) {
    throw new PlainError(
      `npm could not install ${spec} into ${FOLDER}. Go online and try again, or leave it out with --contender.\n${output}`,
    );
  }
  const locked = await readLocked(name);
  if (locked?.integrity !== integrity) {
    throw new PlainError(
      `${spec} is not what it was: npm brought ${locked?.integrity}. Delete ${FOLDER} and try again; if that does not help, do not trust it.`,
    );
  }
}

/** What the lockfile knows about a peer, if its files are there too. */
async function readLocked(name) {
  try {
    const lock = JSON.parse(await readFile(join(FOLDER, "package-lock.json"), "utf8"));
    const { version } = JSON.parse(await readFile(peerFile(name, "package.json"), "utf8"));
    const locked = lock.packages[`node_modules/${name}`];
    return locked?.version === version ? locked : undefined;
  } catch {
    return undefined;
  }
}
