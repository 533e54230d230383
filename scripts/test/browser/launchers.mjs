import { playwrightLauncher } from "@web/test-runner-playwright";
import { puppeteerLauncher } from "@web/test-runner-puppeteer";
import { webdriverLauncher } from "@web/test-runner-webdriver";
import { BLINK_ARGUMENTS, GECKO_PREFERENCES, VIEWPORT } from "../engines/settings.mjs";
import { resizePage, webkitCapabilities } from "../engines/webkit-service.mjs";

/**
 * How @web/test-runner starts each engine.
 *
 * @param {"blink" | "gecko" | "webkit"} engine
 * @param {Record<string, string>} paths of the programs
 * @param {{port?: number, onDriver?: (driver: import("webdriverio").Browser) => void}} webdriver the port of
 *   WebKitWebDriver, and who wants to know its connection
 */
export function launcherFor(engine, paths, webdriver = {}) {
  const launcher = LAUNCHERS[engine](paths, webdriver);
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

  gecko: ({ browser }) =>
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
        return keepViewport(page, "setViewport");
      },
    }),

  webkit: ({ miniBrowser }, { port, onDriver }) => {
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
      onDriver?.(launcher.driver);
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
