import { chromium } from "playwright-core";
import { PlainError } from "../../lib/words.mjs";
import { findEngine } from "../../test/engines/find.mjs";
import { BLINK_ARGUMENTS, VIEWPORT } from "../../test/engines/settings.mjs";

/** How much slower than this machine's processor the page's one is. */
export const CPU_THROTTLE = 4;

/**
 * Chromium as a phone. One browser serves many runs; each run has a context of its own, and with it an empty cache
 * and no connections.
 *
 * @param {readonly string[]} browserArguments
 * @throws {PlainError} when there is no Chromium
 */
export async function openBrowser(browserArguments) {
  const engine = findEngine("blink");
  if (!engine.ok) throw new PlainError(`The benchmark needs Chromium: ${engine.why}.`);
  const launch = () =>
    chromium.launch({
      executablePath: engine.paths.browser,
      args: [...BLINK_ARGUMENTS, ...browserArguments],
    });
  let browser = await launch();

  return {
    version: browser.version(),
    close: () => browser.close(),
    /** @param {{throttle?: number}} [options] */
    async openPage({ throttle = CPU_THROTTLE } = {}) {
      // A crash costs one run, not all that follow.
      if (!browser.isConnected()) browser = await launch();
      const context = await browser.newContext({
        viewport: VIEWPORT,
        hasTouch: true,
        isMobile: true,
        deviceScaleFactor: 1,
      });
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      if (throttle > 1) await devtools.send("Emulation.setCPUThrottlingRate", { rate: throttle });
      /** What a contender complains about, for the message when it fails. */
      const complaints = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      return { page, devtools, complaints, close: () => context.close() };
    },
  };
}
