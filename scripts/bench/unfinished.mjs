import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fromRoot } from "../lib/paths.mjs";
import { PlainError } from "../lib/words.mjs";

const FILE = fromRoot(".data/bench/unfinished.json");
/** Two builds of the same player have the same sums. */
const PLAYER_SUMS = fromRoot("packages/player/cdn/SHA256SUMS");

/**
 * Keeps each row of a run as it ends: an hour and a half is long enough for a machine to be switched off. Contenders
 * are only ever compared within a row, so a run may be continued between two rows, by the same browser with the same
 * player.
 *
 * @param {object} run
 * @param {boolean} run.keeps false: leaves alone what a run kept that broke off; narrowed runs are short
 * @param {boolean} run.resumes go on with what a run that broke off had measured; else begin anew
 * @param {number} run.seed
 * @param {string} run.browser
 * @param {string} [run.file] where rows are kept
 * @param {string} [run.sums] a file that is different for another player
 * @throws {PlainError} when there is nothing to go on with, or it was measured under other conditions
 */
export async function openUnfinished({ keeps, resumes, seed, browser, file = FILE, sums = PLAYER_SUMS }) {
  const conditions = { seed, browser, player: await readFile(sums, "utf8") };
  const kept = resumes ? await readKept(file, conditions) : { rows: [], seconds: 0 };
  const date = kept.date ?? new Date().toISOString();

  return {
    /** When the run began, before it broke off. */
    date,
    /** @returns {import("./measure.mjs").Sample[] | undefined} of a row that was measured in just this way */
    find: (row) => kept.rows.find((other) => JSON.stringify(other.row) === JSON.stringify(row))?.samples,
    async keep(row, samples, seconds) {
      kept.rows.push({ row, samples });
      kept.seconds += seconds;
      if (!keeps) return;
      await mkdir(dirname(file), { recursive: true });
      // Half a file would be worth nothing.
      await writeFile(`${file}.new`, JSON.stringify({ date, conditions, ...kept }));
      await rename(`${file}.new`, file);
    },
    /** What measuring took, the hours in between left out. */
    minutes: () => Math.round(kept.seconds / 6) / 10,
    /** The run came to its end. */
    forget: async () => {
      if (keeps) await rm(file, { force: true });
    },
  };
}

async function readKept(file, conditions) {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) throw new PlainError("--resume: no run broke off here. Begin one without it.");
  const { conditions: before, ...kept } = JSON.parse(text);
  const changed = Object.keys(conditions).filter((name) => before[name] !== conditions[name]);
  if (changed.length === 0) return kept;
  throw new PlainError(
    `--resume: the run that broke off had another ${changed.join(", ")}. Begin anew without it.`,
  );
}
