/** The promise: so long after the backend answers again an unlock has come to its end, in milliseconds. */
export const PATIENCE_MS = 15_000;

/**
 * What one kind came to.
 *
 * @typedef {object} Outcome
 * @property {string} end the access in which the player came to rest: `granted` or `locked` (declined, or never sent)
 * @property {number} ms from the end of the trouble to that rest; 0 when it was there before
 * @property {boolean} hasPrompted something was for sale while a purchase had no answer
 * @property {readonly string[]} open access of every open tab at the end
 * @property {readonly import("./ledger.mjs").Account[]} accounts
 */

/**
 * Holds an outcome against what is promised for every kind, and against the expected end.
 *
 * @param {Outcome} outcome
 * @param {{ end: "granted" | "locked" | "either", episode: string }} expected
 * @returns {string[]} a sentence for each promise that is broken
 */
export function judge({ end, ms, hasPrompted, open, accounts }, expected) {
  const { episode } = expected;
  const charges = accounts
    .flatMap((account) => account.charges)
    .filter((charge) => charge.episode === episode);
  const isOwned = accounts.some(({ rights }) => rights.includes(episode));
  const broken = accounts.flatMap((account) => account.broken);
  return [
    expected.end !== "either" && end !== expected.end && `it ended ${end}, not ${expected.end}`,
    ms > PATIENCE_MS && `it took ${(ms / 1000).toFixed(1)} s`,
    hasPrompted && "something was for sale while the purchase had no answer",
    charges.length > 1 && `${charges.length} charges for one episode`,
    charges.length > 0 && !isOwned && "charged, and not granted in the ledger",
    charges.length > 0 && open.includes("locked") && "charged, and a page says locked",
    isOwned && charges.length === 0 && "granted for nothing",
    end === "granted" && !isOwned && "a page says granted, the ledger does not",
    broken.length > 0 && `the ledger's proof: ${broken.join(", ")}`,
  ].filter(Boolean);
}
