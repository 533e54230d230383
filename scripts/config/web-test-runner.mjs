import { ROOT } from "../lib/paths.mjs";
import { launcherFor } from "../test/browser/launchers.mjs";
import { mediaMiddleware } from "../test/browser/media-middleware.mjs";
import { openToFrames } from "../test/browser/open-to-frames.mjs";
import { quietLogger } from "../test/browser/reporter.mjs";
import { VIEWPORT } from "../test/engines/settings.mjs";

/** Generous: the machine may have two cores, and three browsers take their turns on them. */
const START_TIMEOUT_MS = 60_000;
const FILE_TIMEOUT_MS = 180_000;
const TEST_TIMEOUT_MS = 20_000;

/** Lit says on every page that it is a development build. */
const NOISE = /Lit is in dev mode/;

/**
 * The settings of @web/test-runner for one engine.
 *
 * @param {{engine: string, paths: Record<string, string>, files: string[], watch?: boolean, isAlone?: boolean, service?: {port: number},
 *   onPage?: (page: import("../test/engines/silence.mjs").Asked) => void}} options `isAlone` says that no other engine runs
 * @returns {import("@web/test-runner").TestRunnerConfig}
 */
export function createConfig({ engine, paths, files, watch = false, isAlone = true, service, onPage }) {
  return {
    rootDir: ROOT,
    files,
    watch,
    nodeResolve: true,
    browsers: [launcherFor(engine, paths, { port: service?.port, onPage })],
    // Chromium gives every page a window of its own. Firefox has tabs, and those behind do not paint video;
    // WebKitWebDriver has one window, which only one file at a time can have to itself.
    concurrency: engine === "blink" && isAlone ? 2 : 1,
    concurrentBrowsers: 1,
    browserStartTimeout: START_TIMEOUT_MS,
    testsStartTimeout: START_TIMEOUT_MS,
    testsFinishTimeout: FILE_TIMEOUT_MS,
    testFramework: { config: { ui: "bdd", timeout: TEST_TIMEOUT_MS } },
    middleware: [openToFrames, mediaMiddleware()],
    staticLogging: true,
    ...(!watch && { logger: quietLogger }),
    // The browser part prints finished sessions itself: the runner's own output is full of cursor movements.
    reporters: [],
    filterBrowserLogs: ({ args }) => !args.some((argument) => NOISE.test(String(argument))),
    testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=${VIEWPORT.width}">
    <style>body { margin: 0 }</style>
  </head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`,
  };
}
