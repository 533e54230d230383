import { runBin } from "../../lib/run.mjs";
import { selectPackages } from "../test-files.mjs";

/** Compiles the chosen packages and what they build on; counts as one test. */
export async function runTypes({ targets }) {
  const projects = targets.length > 0 ? selectPackages(targets).map((name) => `packages/${name}`) : ["."];
  if (projects.length === 0) return { passed: 0, failed: 0, note: "no package chosen" };
  const { code } = await runBin("typescript", "tsc", ["-b", "--pretty", ...projects]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, note: "tsc -b found errors" };
}

export { runTypes as run };
