import puppeteer from "puppeteer";
import { GECKO_PREFERENCES } from "../../engines/settings.mjs";
import { drawPath } from "./draw-path.mjs";

/**
 * Firefox through puppeteer and WebDriver BiDi, with touch events switched on.
 *
 * @returns {Promise<import("./driver.mjs").Primitives>}
 */
export async function openGecko({ paths, viewport }) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: paths.browser,
    headless: true,
    extraPrefsFirefox: GECKO_PREFERENCES,
  });
  const page = await browser.newPage();
  await page.setViewport(viewport);
  const logs = [];
  page.on("console", (message) => logs.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => logs.push(`page error: ${error.stack ?? error}`));
  page.on("requestfailed", (request) =>
    logs.push(`failed: ${request.url()} ${request.failure()?.errorText}`),
  );

  return {
    engine: "gecko",
    viewport,
    canTouch: true,
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    tapPoint: ({ x, y }) => page.touchscreen.tap(x, y),
    async drag(from, to) {
      const finger = await page.touchscreen.touchStart(from.x, from.y);
      await drawPath(from, to, ({ x, y }) => finger.move(x, y));
      await finger.end();
    },
    async wheel({ x, y }, deltaY) {
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY });
    },
    press: (key) => page.keyboard.press(key),
    screenshot: async () => Buffer.from(await page.screenshot()),
    logs: () => logs,
    close: () => browser.close(),
  };
}
