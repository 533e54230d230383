import { playwrightLauncher } from "@web/test-runner-playwright";
import { puppeteerLauncher } from "@web/test-runner-puppeteer";
import { webdriverLauncher } from "@web/test-runner-webdriver";
import { killGroup } from "../engines/kill-group.mjs";
import { BLINK_ARGUMENTS, GECKO_PREFERENCES, VIEWPORT } from "../engines/settings.mjs";
import { resizePage, webkitCapabilities } from "../engines/webkit-service.mjs";

/**
 * How @web/test-runner starts each engine.
 *
 * @param {"blink" | "gecko" | "webkit"} engine
 * @param {Record<string, string>} paths of the programs
 * @param {{port?: number, onPage?: (page: import("../engines/silence.mjs").Asked) => void}} options the port of
 *   WebKitWebDriver, and who wants to know the page of Firefox or WebKitGTK
 */
export function launcherFor(engine, paths, options = {}) {
  const launcher = LAUNCHERS[engine](paths, options);
  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (...args) => {
    await initialize(...args);
    launcher.name = engine;
  };
  return launcher;
}

const LAUNCHERS = {
  blink: ({ browser }) =>
    playwrightLauncher({
      product: "chromium",
      launchOptions: { executablePath: browser, args: BLINK_ARGUMENTS },
      createBrowserContext: ({ browser: running }) =>
        running.newContext({ viewport: VIEWPORT, hasTouch: true }),
      createPage: async ({ context }) => keepViewport(await context.newPage(), "setViewportSize"),
    }),

  gecko: ({ browser }, { onPage }) =>
    puppeteerLauncher({
      launchOptions: {
        browser: "firefox",
        executablePath: browser,
        headless: true,
        extraPrefsFirefox: GECKO_PREFERENCES,
      },
      createPage: async ({ context }) => {
        const page = await context.newPage();
        await page.setViewport(VIEWPORT);
        onPage?.({ ask: () => page.evaluate("1"), stop: () => killGroup(page.browser().process()) });
        return keepViewport(page, "setViewport");
      },
    }),

  webkit: ({ miniBrowser }, { port, onPage }) => {
    const launcher = webdriverLauncher({
      hostname: "127.0.0.1",
      port,
      path: "/",
      logLevel: "silent",
      capabilities: webkitCapabilities(miniBrowser),
    });
    const createDriverManager = launcher.createDriverManager.bind(launcher);
    launcher.createDriverManager = async () => {
      const manager = await createDriverManager();
      await resizePage(launcher.driver, VIEWPORT);
      onPage?.({ ask: () => launcher.driver.execute("return 1") });
      return manager;
    };
    return launcher;
  },
};

/**
 * The launchers set every page to 800 × 600 before a test file loads. That one call is left out;
 * later ones come from a test's own `setViewport` command.
 */
function keepViewport(page, method) {
  const original = page[method].bind(page);
  page[method] = ({ width, height, ...rest }) =>
    width === 800 && height === 600 ? Promise.resolve() : original({ width, height, ...rest });
  return page;
}
