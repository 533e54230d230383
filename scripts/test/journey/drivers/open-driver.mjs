import { findEngine } from "../../engines/find.mjs";
import { VIEWPORT } from "../../engines/settings.mjs";
import { createDriver } from "./driver.mjs";

const OPENERS = {
  blink: async (options) => (await import("./blink.mjs")).openBlink(options),
  gecko: async (options) => (await import("./gecko.mjs")).openGecko(options),
  webkit: async (options) => (await import("./webkit.mjs")).openWebkit(options),
};

/**
 * Opens a browser with a fresh profile.
 *
 * @param {string} engine
 * @param {{viewport?: {width: number, height: number}}} [options] default: a phone
 */
export async function openDriver(engine, { viewport = VIEWPORT } = {}) {
  const answer = findEngine(engine);
  if (!answer.ok) throw new Error(`${engine}: ${answer.why}`);
  return createDriver(await OPENERS[engine]({ paths: answer.paths, viewport }));
}
