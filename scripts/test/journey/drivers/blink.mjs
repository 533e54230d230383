import { chromium } from "playwright-core";
import { BLINK_ARGUMENTS } from "../../engines/settings.mjs";
import { drawPath } from "./draw-path.mjs";

/**
 * Chromium through playwright-core, with a real touch screen.
 *
 * @returns {Promise<import("./driver.mjs").Primitives>}
 */
export async function openBlink({ paths, viewport }) {
  const browser = await chromium.launch({ executablePath: paths.browser, args: BLINK_ARGUMENTS });
  const context = await browser.newContext({
    viewport,
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const logs = [];
  page.on("console", (message) => logs.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => logs.push(`page error: ${error.stack ?? error}`));
  page.on("requestfailed", (request) =>
    logs.push(`failed: ${request.url()} ${request.failure()?.errorText}`),
  );
  const touch = (type, points) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points });

  return {
    engine: "blink",
    viewport,
    canTouch: true,
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    tapPoint: ({ x, y }) => page.touchscreen.tap(x, y),
    async drag(from, to) {
      // Without waiting for answers in between: a finger does not wait for a page, and is lifted at full speed.
      const sent = [touch("touchStart", [from])];
      await drawPath(from, to, (point) => sent.push(touch("touchMove", [point])));
      sent.push(touch("touchEnd", []));
      await Promise.all(sent);
    },
    async wheel({ x, y }, deltaY) {
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, deltaY);
    },
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
    logs: () => logs,
    close: () => browser.close(),
  };
}
