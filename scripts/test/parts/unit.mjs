import { runNodeTests } from "../node-tests.mjs";
import { findTestFiles } from "../test-files.mjs";

/** DOM-free code and the scripts, with Node's own runner. */
export async function run({ targets, watch }) {
  const files = findTestFiles("unit", targets);
  if (files.length === 0) return { passed: 0, failed: 0, note: "no unit tests here" };
  return runNodeTests(
    files.map(({ runnable }) => runnable),
    { watch },
  );
}
