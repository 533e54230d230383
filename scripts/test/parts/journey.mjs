import { readdirSync } from "node:fs";
import { fromRoot } from "../../lib/paths.mjs";
import { runNodeTestsApart } from "../node-tests-apart.mjs";

const FOLDER = "scripts/test/journey";

/** Starting a browser and a server, and watching some episodes, on a slow machine. */
const FILE_TIMEOUT_MS = 300_000;

/** Every `*.journey.mjs` in one engine, one file at a time. */
export async function run({ targets, engine }) {
  const files = readdirSync(fromRoot(FOLDER))
    .filter((name) => name.endsWith(".journey.mjs"))
    .map((name) => `${FOLDER}/${name}`)
    .filter((file) => targets.length === 0 || targets.some((target) => file.includes(target)));
  const env = { JOURNEY_ENGINE: engine };
  return runNodeTestsApart(files, { label: engine, concurrency: 1, timeoutMs: FILE_TIMEOUT_MS, env });
}
