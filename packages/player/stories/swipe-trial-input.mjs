const SIZE = { width: 390, height: 844 };
const X = 200;
const STEP_MS = 10;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Moves a page to an episode without input, for either way. */
const goTo = (index) => {
  const feed = document.querySelector(".viewport");
  globalThis.trial.goTo?.(index);
  if (feed.classList.contains("is-native")) feed.scrollTop = index * feed.clientHeight;
};

/** Touch and wheel by the DevTools protocol: the browser's own input path, compositor and all. */
export async function openChromium() {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
  const page = await browser.newPage({ viewport: SIZE, hasTouch: true });
  const session = await page.context().newCDPSession(page);
  const touch = (type, y) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x: X, y }] });
  return createInput({
    open: async (url) => {
      await page.goto(url);
      await page.waitForSelector("[data-ready]", { state: "attached" });
    },
    evaluate: (fn, argument) => page.evaluate(fn, argument),
    down: (y) => touch("touchStart", y),
    move: (y) => touch("touchMove", y),
    up: () => touch("touchEnd"),
    wheel: async (delta) => {
      await session.send("Input.dispatchMouseEvent", {
        type: "mouseWheel",
        x: X,
        y: 400,
        deltaX: 0,
        deltaY: delta,
      });
    },
    close: () => browser.close(),
  });
}

/** Touch and wheel by WebDriver BiDi. */
export async function openFirefox() {
  const { default: puppeteer } = await import("puppeteer-core");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
  });
  const page = await browser.newPage();
  await page.setViewport(SIZE);
  return createInput({
    open: async (url) => {
      await page.goto(url);
      await page.waitForSelector("[data-ready]");
    },
    evaluate: (fn, argument) => page.evaluate(fn, argument),
    down: (y) => page.touchscreen.touchStart(X, y),
    move: (y) => page.touchscreen.touchMove(X, y),
    up: () => page.touchscreen.touchEnd(),
    wheel: async (delta) => {
      await page.mouse.move(X, 400);
      await page.mouse.wheel({ deltaY: delta });
    },
    close: () => browser.close(),
  });
}

function createInput(browser) {
  async function slide(distance, durationMs) {
    const from = 422 - distance / 2;
    const steps = Math.max(2, Math.round(durationMs / STEP_MS));
    await browser.down(from);
    for (let i = 1; i <= steps; i++) {
      await pause(durationMs / steps);
      await browser.move(from + (distance * i) / steps);
    }
    await browser.up();
  }
  return {
    ...browser,
    open: async (url, index) => {
      await browser.open(url);
      await browser.evaluate(goTo, index);
      await pause(200);
      await browser.evaluate(() => {
        globalThis.trial.commits = [];
      });
    },
    read: () =>
      browser.evaluate(() => ({ index: globalThis.trial.index, commits: globalThis.trial.commits })),
    flick: slide,
    /** A slow drag over a share of the height, held at its end. */
    drag: async (share) => {
      const distance = share * SIZE.height;
      const from = 422 - distance / 2;
      await browser.down(from);
      for (let i = 1; i <= 30; i++) {
        await pause(16);
        await browser.move(from + (distance * i) / 30);
      }
      for (let i = 0; i < 6; i++) {
        await pause(30);
        await browser.move(from + distance + (i % 2));
      }
      await browser.up();
    },
  };
}
