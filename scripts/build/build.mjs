import { PlainError } from "../lib/words.mjs";
import { STEPS } from "./steps.mjs";

/**
 * Builds what is stale, in order; does nothing, quickly, when nothing is.
 * @param {{ progress: ReturnType<typeof import("../lib/progress.mjs").createProgress>, force?: boolean,
 *   steps?: typeof STEPS }} options
 * @returns {Promise<number>} how many steps had something to do
 * @throws {PlainError} with what the tool said when a step fails
 */
export async function build({ progress, force = false, steps = STEPS }) {
  let ran = 0;
  for (const { label, missing, stamp, run } of steps) {
    const reason = missing?.();
    if (reason) {
      progress.say(`  – ${label}: left out, ${reason}`);
      continue;
    }
    if (!force && !stamp.isStale()) continue;
    ran += 1;
    await progress.step(label, () => stamp.around(async () => complainOf(label, await run())));
  }
  return ran;
}

function complainOf(label, { code, output }) {
  if (code !== 0) throw new PlainError(`${label} failed:\n\n${output.trim()}`);
}
