import { readdirSync } from "node:fs";
import { fromRoot } from "../../lib/paths.mjs";
import { ensureEngines } from "../engines/ensure.mjs";
import { runNodeTests } from "../node-tests.mjs";

const FOLDER = "scripts/test/journey";

/** Starting a browser and a server, and watching some episodes, on a slow machine. */
const FILE_TIMEOUT_MS = 300_000;

/** Every `*.journey.mjs`, one engine after the other, one file at a time. */
export async function run({ targets, engines }) {
  const files = readdirSync(fromRoot(FOLDER))
    .filter((name) => name.endsWith(".journey.mjs"))
    .map((name) => `${FOLDER}/${name}`)
    .filter((file) => targets.length === 0 || targets.some((target) => file.includes(target)));
  const { found, failed, note } = await ensureEngines(engines);
  const total = { passed: 0, failed, ...(note && { note }) };
  for (const { engine } of found) {
    console.log(`in ${engine}:`);
    const env = { JOURNEY_ENGINE: engine };
    const counts = await runNodeTests(files, { concurrency: 1, timeoutMs: FILE_TIMEOUT_MS, env });
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  return total;
}
