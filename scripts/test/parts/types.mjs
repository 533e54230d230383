import { spawn } from "node:child_process";
import { ROOT } from "../../lib/paths.mjs";
import { binPath, runBin } from "../../lib/run.mjs";
import { selectPackages } from "../test-files.mjs";

/** Compiles the chosen packages and what they build on; counts as one test. */
export async function run({ targets }) {
  const projects = selectProjects(targets);
  if (projects.length === 0) return { passed: 0, failed: 0, note: "no package chosen" };
  const { code } = await runBin("typescript", "tsc", ["-b", "--pretty", ...projects]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, note: "tsc -b found errors" };
}

/** Compiles again on every change until this process ends: tests run on what the compiler emits. */
export function watchTypes({ targets }) {
  const projects = selectProjects(targets);
  if (projects.length === 0) return;
  const options = ["-b", "--watch", "--preserveWatchOutput", "--pretty", ...projects];
  const compiler = spawn(process.execPath, [binPath("typescript", "tsc"), ...options], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
  });
  process.once("exit", () => compiler.kill());
}

function selectProjects(targets) {
  return targets.length > 0 ? selectPackages(targets).map((name) => `packages/${name}`) : ["."];
}
