import { runBin } from "../../lib/run.mjs";
import { toPrefix } from "../test-files.mjs";

/** Biome over the chosen paths; counts as one test. */
export async function run({ targets }) {
  const paths = targets.map(toPrefix);
  const { code } = await runBin("@biomejs/biome", "biome", [
    "check",
    "--config-path=scripts/config",
    ...paths,
  ]);
  return code === 0
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1, note: "Biome found problems; npm run format mends many of them" };
}
