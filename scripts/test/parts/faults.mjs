import { KINDS } from "../../faults/kinds/all.mjs";
import { formatResult } from "../../faults/report.mjs";
import { runKinds } from "../../faults/run-kinds.mjs";
import { ensureEngines } from "../engines/ensure.mjs";

/** One of each family of troubles, none of which waits long; `npm run faults` has them all. */
const DOSE = [
  "nothing",
  "answer-dropped",
  "401-after-a-loss",
  "reloaded",
  "two-tabs",
  "guest-of-other-tab",
  "one-request",
  "owned-swipes",
];

/** What becomes of an unlock when something goes wrong: a small dose, in Chromium. Each kind counts as one test. */
export async function run({ engines }) {
  const { found, failed, note } = await ensureEngines(engines.filter((engine) => engine === "blink"));
  const total = { passed: 0, failed, ...(note && { note }) };
  for (const { paths } of found) {
    const kinds = KINDS.filter(({ kind }) => DOSE.includes(kind));
    const onResult = (result, kind) => console.log(formatResult(result, kind));
    const results = await runKinds(kinds, { executablePath: paths.browser, parallel: 3, onResult });
    const broken = results.filter(({ problems }) => problems.length > 0).length;
    total.passed += results.length - broken;
    total.failed += broken;
  }
  return total;
}
