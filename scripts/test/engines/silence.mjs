import { setTimeout as delay } from "node:timers/promises";

const ASK_EVERY_MS = 10_000;

/** A busy machine answers late; nothing that a test does keeps a page from answering for so long. */
const SILENCE_MS = 60_000;

/**
 * A page that can be asked for a sign of life.
 *
 * @typedef {{ask: () => Promise<unknown>, stop?: () => void}} Asked `stop` ends its browser by force
 */

/**
 * Asks a page again and again for a sign of life.
 *
 * @param {Asked} page
 * @param {AbortSignal} signal of the end of the asking
 * @returns {Promise<boolean>} whether the page owes an answer; `false` when the asking was ended
 */
export async function untilSilent(page, signal, { everyMs = ASK_EVERY_MS, silenceMs = SILENCE_MS } = {}) {
  try {
    for (;;) {
      await delay(everyMs, undefined, { signal });
      // A refusal is an answer as well: of a page that is just going, or of a browser that others find gone.
      const answer = page.ask().catch(() => {});
      const isLate = await Promise.race([answer.then(() => false), delay(silenceMs, true, { signal })]);
      if (isLate) return true;
    }
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
