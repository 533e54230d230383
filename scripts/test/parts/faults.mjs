import { KINDS } from "../../faults/kinds/all.mjs";
import { formatResult } from "../../faults/report.mjs";
import { runKinds } from "../../faults/run-kinds.mjs";

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
export async function run({ paths }) {
  const kinds = KINDS.filter(({ kind }) => DOSE.includes(kind));
  const onResult = (result, kind) => console.log(formatResult(result, kind));
  const results = await runKinds(kinds, { executablePath: paths.browser, parallel: 3, onResult });
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  return { passed: results.length - failed, failed };
}
