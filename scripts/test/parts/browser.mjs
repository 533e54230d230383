import { existsSync } from "node:fs";
import { startTestRunner } from "@web/test-runner";
import { createConfig } from "../../config/web-test-runner.mjs";
import { fromRoot } from "../../lib/paths.mjs";
import { countSessions, printSession } from "../browser/reporter.mjs";
import { ensureEngines } from "../engines/ensure.mjs";
import { startWebkitService } from "../engines/webkit-service.mjs";
import { findTestFiles } from "../test-files.mjs";

/** Code that needs a DOM, with @web/test-runner, one engine after the other. */
export async function run({ targets, engines, watch }) {
  const files = findTestFiles("browser", targets).map(({ runnable }) => runnable);
  if (files.length === 0) return { passed: 0, failed: 0, note: "no browser tests here" };
  const missing = files.filter((file) => !existsSync(fromRoot(file)));
  for (const file of missing) console.log(`✗ ${file}: not compiled`);
  const present = files.filter((file) => !missing.includes(file));
  const { found, failed, note } = await ensureEngines(watch ? engines.slice(0, 1) : engines);
  const total = { passed: 0, failed: failed + missing.length, ...(note && { note }) };
  for (const { engine, paths } of found) {
    const counts = await runEngine({ engine, paths, files: present, watch });
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  return total;
}

async function runEngine({ engine, paths, files, watch }) {
  if (files.length === 0) return { passed: 0, failed: 0 };
  const service = engine === "webkit" ? await startWebkitService(paths) : undefined;
  try {
    return await runOnce(createConfig({ engine, paths, files, watch, service }));
  } finally {
    await service?.stop();
  }
}

/** Without watching the runner stops by itself; while watching it goes on until Ctrl-C. */
async function runOnce(config) {
  const runner = await startTestRunner({
    config,
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) return { passed: 0, failed: 1 };
  runner.sessions.on("session-status-updated", (session) => {
    if (session.status === "FINISHED") printSession(session);
  });
  await new Promise((resolve) => runner.on("stopped", resolve));
  return countSessions(runner.sessions.all());
}
