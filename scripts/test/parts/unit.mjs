import { ensureFfmpeg } from "../engines/ensure.mjs";
import { runNodeTestsApart } from "../node-tests-apart.mjs";
import { findTestFiles } from "../test-files.mjs";

/** DOM-free code and the scripts, with Node's own runner; beside browsers with half of the machine, and behind them. */
export async function run({ targets, watch, isAlone }) {
  const files = findTestFiles("unit", targets).map(({ runnable }) => runnable);
  if (files.length === 0) return { passed: 0, failed: 0, note: "no unit tests here" };
  const needsFfmpeg = files.some((file) => file.startsWith("packages/packager/"));
  const { failed, note } = needsFfmpeg ? await ensureFfmpeg() : { failed: 0 };
  const isPatient = !isAlone;
  const counts = await runNodeTestsApart(files, { watch, isPatient, concurrency: isAlone ? 2 : 1 });
  const notes = [note, counts.note].filter(Boolean).join("; ");
  return { passed: counts.passed, failed: counts.failed + failed, ...(notes && { note: notes }) };
}
