import { startDevServer } from "@web/dev-server";
import { chromium } from "playwright-core";
import { ROOT } from "../lib/paths.mjs";
import { findFreePort } from "../start/ports.mjs";
import { findEngine } from "../test/engines/find.mjs";
import { BLINK_ARGUMENTS } from "../test/engines/settings.mjs";
import { SIZES } from "./sizes.js";

const PAGE = "scripts/gallery/page/index.html";

/** How long one state may take on a busy machine, in milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * Serves the page of the gallery.
 *
 * @param {number} [wanted] the port; a free one by default
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function serveGallery(wanted) {
  const port = wanted ?? (await findFreePort());
  const server = await startDevServer({
    config: { rootDir: ROOT, port, nodeResolve: { exportConditions: ["production"] }, open: false },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    logStartMessage: false,
  });
  return { url: `http://localhost:${port}/${PAGE}`, stop: () => server.stop() };
}

/**
 * Opens a browser on the gallery; nothing moves in it.
 *
 * @returns {Promise<{names: string[], shoot: (what: Shot) => Promise<Buffer>, page: import("playwright-core").Page,
 *   close: () => Promise<void>}>}
 * @typedef {{name: string, size: string, query?: Record<string, string>}} Shot
 */
export async function openGallery() {
  const found = findEngine("blink");
  if (!found.ok) throw new Error(`This needs Chromium: ${found.why}.`);
  const { url, stop } = await serveGallery();
  const browser = await chromium.launch({ executablePath: found.paths.browser, args: BLINK_ARGUMENTS });
  const page = await browser.newPage({ reducedMotion: "reduce" });
  const open = async (query) => {
    await page.goto(`${url}?${new URLSearchParams(query)}`);
    await page.waitForSelector("html[data-ready]", { state: "attached", timeout: PATIENCE_MS });
  };
  await page.goto(`${url}?state=playing`);
  const names = await page.evaluate(() =>
    import("/scripts/gallery/page/gallery-states.js").then((m) => m.stateNames),
  );
  return {
    names,
    page,
    async shoot({ name, size, query = {} }) {
      await page.setViewportSize(SIZES[size]);
      await open({ ...query, state: name });
      return page.screenshot({ animations: "disabled" });
    },
    async close() {
      await browser.close();
      await stop();
    },
  };
}
