import { ROOT } from "../lib/paths.mjs";
import { ContenderFailure } from "./harness.mjs";
import { SCENARIOS } from "./scenarios/all.mjs";
import { isFilm } from "./screen/film-time.mjs";

/** How long a contender may take to wake up. */
const WARM_UP_MS = 4000;

/**
 * @typedef {object} Sample one run
 * @property {string} row id in the plan
 * @property {string} contender
 * @property {number} repeat from 1
 * @property {import("./scenarios/common.mjs").Figures} [figures] absent when the contender failed
 * @property {string} [failure] why
 */

/**
 * Runs the rows of a plan, contenders interleaved.
 *
 * @param {object} what
 * @param {Awaited<ReturnType<typeof import("./harness.mjs").startHarness>>} what.harness
 * @param {readonly import("./plan.mjs").Row[]} what.rows
 * @param {ReadonlyMap<string, import("./contenders/contender.mjs").Contender>} what.contenders by name
 * @param {number} what.seed
 * @param {ReturnType<typeof import("../lib/progress.mjs").createProgress>} what.progress
 * @param {Awaited<ReturnType<typeof import("./unfinished.mjs").openUnfinished>>} what.unfinished
 * @returns {Promise<Sample[]>}
 */
export async function measure({ harness, rows, contenders, seed, progress, unfinished }) {
  const samples = [];
  await progress.step("warm-up", (note) => warmUp({ harness, rows, contenders, note }));
  for (const [index, row] of rows.entries()) {
    const label = `${index + 1}/${rows.length} ${row.id}: ${SCENARIOS.get(row.scenario).title}`;
    if (unfinished.find(row)) progress.say(`  ✓ ${label} (measured before)`);
    else {
      await progress.step(label, async (note) => {
        const beganAt = performance.now();
        const measured = await measureRow(harness, { row, contenders, seed, note });
        await unfinished.keep(row, measured, (performance.now() - beganAt) / 1000);
        const failures = new Set(measured.flatMap(({ failure }) => failure ?? []));
        return failures.size > 0 ? `✗ ${[...failures].join("; ")}` : "";
      });
    }
    samples.push(...unfinished.find(row));
  }
  return samples;
}

async function measureRow(harness, { row, contenders, seed, note }) {
  const samples = [];
  for (let repeat = 1; repeat <= row.repeats; repeat += 1) {
    for (const name of row.contenders) {
      note(`${name}, ${repeat} of ${row.repeats}`);
      const contender = contenders.get(name);
      samples.push(await measureOnce(harness, { row, contender, repeat, seed: seed + repeat }));
    }
  }
  return samples;
}

/**
 * Every contender once without limits: the servers compress and keep their files, the disk and Chromium wake up.
 * Whoever shows nothing here will say so when it counts.
 */
async function warmUp({ harness, rows, contenders, note }) {
  const kindOf = (row) => SCENARIOS.get(row.scenario).kind;
  const shaped = rows.filter(({ profile }) => profile !== "unlimited");
  const pairs = new Map(
    shaped.flatMap((row) => row.contenders.map((name) => [`${name}, ${kindOf(row)}`, { row, name }])),
  );
  for (const [label, { row, name }] of pairs) {
    note(label);
    const setting = {
      contender: contenders.get(name),
      kind: kindOf(row),
      profile: "unlimited",
      seed: 1,
      throttle: 1,
    };
    await harness.run(setting, ({ screen }) => screen.waitFor(isFilm, WARM_UP_MS)).catch(() => {});
  }
}

/**
 * A contender that fails is a result. So is whatever else breaks in one run, a crashed page for instance: the figures
 * of the others are not lost for it, and the benchmark ends with an error all the same.
 */
async function measureOnce(harness, { row, contender, repeat, seed }) {
  const scenario = SCENARIOS.get(row.scenario);
  const { profile, throttle, options = {} } = row;
  const sample = { row: row.id, contender: contender.name, repeat };
  try {
    const setting = { contender, kind: scenario.kind, profile, seed, options, ...(throttle && { throttle }) };
    return { ...sample, figures: round(await scenario.measure(harness, setting)) };
  } catch (error) {
    if (error instanceof ContenderFailure) return { ...sample, failure: error.message };
    return { ...sample, failure: `${contender.name}: ${withoutPaths(error.stack ?? error)}` };
  }
}

/** Results are kept: where a checkout lay on a machine is nobody's business. */
function withoutPaths(text) {
  return String(text).replaceAll(`file://${ROOT}/`, "").replaceAll(`${ROOT}/`, "");
}

/** A tenth of a millisecond is more than a screen can tell; shares keep three digits. */
function round(figures) {
  const digits = (value) =>
    Math.abs(value) < 10 ? Math.round(value * 1000) / 1000 : Math.round(value * 10) / 10;
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(digits) : digits(value),
    ]),
  );
}
