import { build } from "../../build/build.mjs";
import { runChecks } from "../../check/run-checks.mjs";
import { createProgress } from "../../lib/progress.mjs";

/** The check scripts over a fresh build; each counts as one test. */
export async function run() {
  const problem = await build({ progress: createProgress() }).then(
    () => undefined,
    (error) => error.message,
  );
  const counts = await runChecks({ strict: true });
  return problem ? { ...counts, failed: counts.failed + 1, note: problem } : counts;
}
