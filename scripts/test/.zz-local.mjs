import { startTestRunner } from "@web/test-runner";
import { createConfig } from "../config/web-test-runner.mjs";
import { printSession } from "./browser/reporter.mjs";
import { ensureEngines } from "./engines/ensure.mjs";
import { startWebkitService } from "./engines/webkit-service.mjs";

const [engineName, ...files] = process.argv.slice(2);
const { found } = await ensureEngines([engineName]);
for (const { engine, paths } of found) {
  const service = engine === "webkit" ? await startWebkitService(paths) : undefined;
  const config = createConfig({ engine, paths, files, service });
  const runner = await startTestRunner({
    config,
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  runner.sessions.on("session-status-updated", (s) => {
    if (s.status === "FINISHED") {
      printSession(s);
      for (const l of s.logs ?? []) console.log("LOG", ...l);
    }
  });
  await new Promise((r) => runner.on("stopped", r));
  await service?.stop();
}
process.exit(0);
