/**
 * What the platform's ledger says about the viewers of a stage, asked past every fault.
 *
 * @typedef {object} Account
 * @property {string} viewer
 * @property {{ episode: string, coins: number }[]} charges one per purchase of an episode
 * @property {string[]} rights ids of the episodes that are open
 * @property {number} keys how many purchases' keys the platform has seen
 * @property {string[]} broken names of the proof's counts that are not 0
 *
 * @param {import("./stage.mjs").Stage} stage
 * @returns {Promise<Account[]>} of every viewer who asked for anything
 */
export async function readLedger({ proxy, platform }) {
  const tokens = new Map();
  for (const { token } of proxy.log) if (token) tokens.set(subjectOf(token), token);
  return Promise.all([...tokens.values()].map((token) => readAccount(platform.apiPort, token)));
}

async function readAccount(port, token) {
  const response = await fetch(`http://127.0.0.1:${port}/drama/v1/inspect/ledger`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`the ledger answered ${response.status}: ${await response.text()}`);
  return toAccount(await response.json());
}

/** @returns {Account} */
export function toAccount({ viewer, unlocks, journals, keys, proof }) {
  const purchases = journals.filter(({ kind }) => kind === "unlock");
  const { journals: _count, ...counts } = proof;
  return {
    viewer: viewer.subject,
    charges: purchases.flatMap(({ items }) => items.map(({ episode, price }) => ({ episode, coins: price }))),
    rights: unlocks.filter(({ state }) => state === "active").map(({ episode }) => episode),
    keys: keys.filter(({ kind }) => kind === "unlock").length,
    broken: Object.keys(counts).filter((name) => counts[name] !== 0),
  };
}

/** Whose token it is: the proxy has no keys, and needs none. */
function subjectOf(token) {
  const [, payload = ""] = token.split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString()).sub;
}
