import { remote } from "webdriverio";
import { resizePage, startWebkitService, webkitCapabilities } from "../../engines/webkit-service.mjs";

/** Keys that WebDriver knows by a code point of its own (w3.org/TR/webdriver2, "keyboard actions"). */
const KEY_CODES = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  Space: " ",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

/** Classic WebDriver tells nothing of the console, so the page keeps what is written there. */
const LISTEN = `(() => {
  if (window.journeyLogs) return;
  window.journeyLogs = [];
  for (const kind of ["log", "warn", "error"]) {
    const original = console[kind];
    console[kind] = (...words) => { window.journeyLogs.push(kind + ": " + words.join(" ")); original(...words); };
  }
  addEventListener("error", (event) => window.journeyLogs.push("page error: " + event.message));
  addEventListener("unhandledrejection", (event) => window.journeyLogs.push("page error: " + event.reason));
})()`;

/**
 * WebKitGTK's MiniBrowser through WebKitWebDriver. It has no touch on a virtual screen: mouse and wheel.
 *
 * @returns {Promise<import("./driver.mjs").Primitives>}
 */
export async function openWebkit({ paths, viewport }) {
  const service = await startWebkitService(paths);
  const driver = await startSession(service, paths, viewport);
  const logs = [];

  const evaluate = async (expression) => {
    const script = `const done = arguments[0];
      Promise.resolve().then(() => (${expression})).then(
        (value) => done({ value }), (error) => done({ thrown: String(error && error.stack || error) }))`;
    const answer = await driver.executeAsync(script);
    if (answer?.thrown) throw new Error(answer.thrown);
    return answer?.value ?? undefined;
  };
  const arrive = async (navigation) => {
    await keepLogs();
    await navigation();
    await evaluate(LISTEN);
  };
  const keepLogs = async () => {
    logs.push(...((await evaluate("window.journeyLogs").catch(() => undefined)) ?? []));
  };
  const act = (source) => driver.performActions([source]);
  // WebKitWebDriver sends the page the difference to the last scroll action: the same turn twice would be no turn.
  let wheelTotal = 0;

  return {
    engine: "webkit",
    viewport,
    canTouch: false,
    goto: (url) => arrive(() => driver.navigateTo(url)),
    reload: () => arrive(() => driver.refresh()),
    evaluate,
    tapPoint: ({ x, y }) =>
      act({
        type: "pointer",
        id: "mouse",
        parameters: { pointerType: "mouse" },
        actions: [
          { type: "pointerMove", duration: 0, x, y },
          { type: "pointerDown", button: 0 },
          { type: "pointerUp", button: 0 },
        ],
      }),
    drag: () => Promise.reject(new Error("WebKitGTK has no touch on a virtual screen")),
    wheel({ x, y }, deltaY) {
      wheelTotal += deltaY;
      return act({
        type: "wheel",
        id: "wheel",
        actions: [{ type: "scroll", duration: 0, x, y, deltaX: 0, deltaY: wheelTotal, origin: "viewport" }],
      });
    },
    press: (key) => {
      const value = KEY_CODES[key] ?? key;
      return act({
        type: "key",
        id: "keyboard",
        actions: [
          { type: "keyDown", value },
          { type: "keyUp", value },
        ],
      });
    },
    async screenshot() {
      await keepLogs();
      await evaluate("void (window.journeyLogs = [])");
      return Buffer.from(await driver.takeScreenshot(), "base64");
    },
    logs: () => logs,
    async close() {
      await driver.deleteSession().catch(() => undefined);
      await service.stop();
    },
  };
}

async function startSession(service, paths, viewport) {
  try {
    const driver = await remote({
      hostname: "127.0.0.1",
      port: service.port,
      path: "/",
      logLevel: "silent",
      capabilities: webkitCapabilities(paths.miniBrowser),
    });
    await resizePage(driver, viewport);
    return driver;
  } catch (error) {
    await service.stop();
    throw error;
  }
}
