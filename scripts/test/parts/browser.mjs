import { existsSync } from "node:fs";
import { relative } from "node:path";
import { startTestRunner } from "@web/test-runner";
import { createConfig } from "../../config/web-test-runner.mjs";
import { fromRoot, ROOT } from "../../lib/paths.mjs";
import { print } from "../../lib/print.mjs";
import { countSessions, printSession } from "../browser/reporter.mjs";
import { browserFate } from "../engines/lost-browser.mjs";
import { untilSilent } from "../engines/silence.mjs";
import { startWebkitService } from "../engines/webkit-service.mjs";
import { findTestFiles } from "../test-files.mjs";

/** Code that needs a DOM, with @web/test-runner in one engine; `isAlone` says that nothing else runs meanwhile. */
export async function run({ targets, engine, paths, watch, isAlone }) {
  const files = findTestFiles("browser", targets).map(({ runnable }) => runnable);
  if (files.length === 0) return { passed: 0, failed: 0, note: "no browser tests here" };
  const missing = files.filter((file) => !existsSync(fromRoot(file)));
  for (const file of missing) print(`✗ ${file}: not compiled`);
  const present = files.filter((file) => !missing.includes(file));
  const { passed, failed } = await runEngine({ engine, paths, files: present, watch, isAlone });
  return { passed, failed: failed + missing.length };
}

/**
 * WebKitGTK's process ends with a segmentation fault inside GStreamer now and then, or stands still there, mostly while
 * it goes from one page to the next. A browser that is gone has not judged the files that it had not finished: a new one
 * takes them. A file with which that happens so often is a failure.
 */
const TRIES = 3;

/** An engine that goes more often than this has a fault that no new start mends. */
const MOST_STARTS = 12;

async function runEngine(options) {
  if (options.engine !== "webkit") return runInBrowsers(options);
  const running = {};
  // The runner does not wait for everything it tells WebKitWebDriver, and one that is gone would end the whole test
  // command. Its last words may come minutes later, when a new one, on another port, has taken over or everything is done.
  const onRejection = (error) => {
    const fate = browserFate(error);
    if (fate === "other") throw error;
    if (fate === "ended") return;
    const port = error.url && new URL(error.url).port;
    if (!port || port === String(running.port)) running.stop?.();
  };
  process.on("unhandledRejection", onRejection);
  return runInBrowsers({ ...options, running });
}

async function runInBrowsers({ files, ...options }) {
  const { engine } = options;
  const total = { passed: 0, failed: 0 };
  let rest = files;
  let tries = 0;
  for (let start = 1; rest.length > 0; start += 1) {
    const { passed, failed, cut } = await runInOneBrowser({ ...options, files: rest });
    total.passed += passed;
    total.failed += failed;
    // They run in this order: the first that is left is the one with which it went.
    tries = cut[0] === rest[0] ? tries + 1 : 1;
    rest = cut;
    if (rest.length > 0 && tries === TRIES) {
      print(`✗ ${engine} ${rest.shift()}: the browser ended before the tests did, ${TRIES} times`);
      total.failed += 1;
      tries = 0;
    }
    if (rest.length > 0 && start === MOST_STARTS) {
      for (const file of rest) print(`✗ ${engine} ${file}: the browser ended before the tests did`);
      total.failed += rest.length;
      break;
    }
    if (rest.length > 0) print(`  The ${engine} browser is gone; a new one takes ${rest.length} files.`);
  }
  return total;
}

async function runInOneBrowser(options) {
  const { engine, paths, files } = options;
  const service = engine === "webkit" ? await startWebkitService(paths) : undefined;
  try {
    const finished = await runOnce({ ...options, service });
    const seen = new Set(finished.map(({ testFile }) => relative(ROOT, testFile)));
    return { ...countSessions(finished), cut: files.filter((file) => !seen.has(file)) };
  } finally {
    await service?.stop();
  }
}

/**
 * Without watching the runner stops by itself; while watching it goes on until Ctrl-C.
 *
 * @returns {Promise<import("@web/test-runner-core").TestSession[]>} those that came to an end of their own
 */
async function runOnce(options) {
  const begun = Date.now();
  const end = new AbortController();
  const ended = new Set();
  let isLost = false;
  const config = createConfig({
    ...options,
    async onPage(page) {
      if (!(await untilSilent(page, end.signal))) return;
      process.stdout.write(`  The page in ${options.engine} has stopped answering.\n`);
      isLost = true;
      await (options.service ?? page).stop();
      giveUp();
    },
  });
  const runner = await startTestRunner({
    config,
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) return [];
  const giveUp = () => {
    isLost = true;
    // A runner that was told to stop would go on with the files that wait, each for a minute without an answer.
    const { sessions } = runner;
    for (const session of [...sessions.filtered(({ status }) => status === "SCHEDULED")])
      sessions.updateStatus(session, "FINISHED");
    runner.stop();
  };
  if (options.running) Object.assign(options.running, { port: options.service.port, stop: giveUp });
  const starts = new Map();
  runner.sessions.on("session-status-updated", (session) => {
    if (session.status === "INITIALIZING") starts.set(session.id, Date.now());
    if (session.status !== "FINISHED" || isLost || !hasEnded(session)) return;
    ended.add(session.id);
    printSession(session, (Date.now() - (starts.get(session.id) ?? begun)) / 1000);
  });
  await new Promise((resolve) => runner.on("stopped", resolve));
  end.abort();
  return [...runner.sessions.all()].filter(({ id }) => ended.has(id));
}

/** Whether a session came to an end of its own, and not by the end of its browser. */
const hasEnded = ({ errors }) => !errors.some((error) => browserFate(error) === "gone");
