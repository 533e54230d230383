import { startDevServer } from "@web/dev-server";
import { chromium } from "playwright-core";
import { ROOT } from "../../lib/paths.mjs";
import { findFreePort } from "../../start/ports.mjs";
import { findEngine } from "../engines/find.mjs";
import { BLINK_ARGUMENTS } from "../engines/settings.mjs";

/** A phone. */
const VIEWPORT = { width: 390, height: 844 };

/**
 * A page that shows one state of the player after the other; `call("show", "gate", {lang})` and the others of
 * `page/page.js`.
 *
 * @returns {Promise<{page: import("playwright-core").Page, call: (name: string, ...args: unknown[]) => Promise<any>,
 *   names: string[], languageTags: string[], close: () => Promise<void>}>}
 */
export async function openStates() {
  const found = findEngine("blink");
  if (!found.ok) throw new Error(`This needs Chromium: ${found.why}.`);
  const port = await findFreePort();
  const server = await startDevServer({
    config: { rootDir: ROOT, port, nodeResolve: { exportConditions: ["production"] }, open: false },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    logStartMessage: false,
  });
  const browser = await chromium.launch({ executablePath: found.paths.browser, args: BLINK_ARGUMENTS });
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(`http://localhost:${port}/scripts/test/a11y/page/index.html`);
  await page.waitForSelector("html[data-ready]", { state: "attached", timeout: 60_000 });
  const call = (name, ...args) =>
    page.evaluate(([method, values]) => globalThis.a11y[method](...values), [name, args]);
  const { names, languageTags } = await page.evaluate(() => ({
    names: globalThis.a11y.names,
    languageTags: globalThis.a11y.languageTags,
  }));
  return {
    page,
    call,
    names,
    languageTags,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
