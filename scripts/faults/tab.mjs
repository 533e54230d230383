import { locate } from "../test/journey/drivers/page-functions.mjs";
import { pressWhatBuys, watchPlayer } from "./page-functions.mjs";

/** What is waited for comes in a second; a machine with other work to do takes longer. */
const WAIT_MS = 45_000;
const BUTTON = "[part~=unlock-button]";

/**
 * @typedef {object} Fact what the player of a tab looked like from one moment on
 * @property {number} at
 * @property {string} episode
 * @property {string} access
 * @property {string} stage
 * @property {boolean} isPrompting something could be bought although a purchase has no answer yet
 * @property {boolean} isMoving the film plays
 */

/** Makes the browser tell what its players look like. Call it once for each context, before the first tab. */
export async function watchTabs(context) {
  const tabs = new Map();
  await context.exposeBinding("tellRunner", ({ page }, fact) => tabs.get(page)?.tell(fact));
  await context.addInitScript(watchPlayer);

  return {
    /** @param {string} url @returns {Promise<Tab>} once the page has loaded */
    async open(url) {
      const page = await context.newPage();
      const tab = createTab(page);
      tabs.set(page, tab);
      await page.goto(url);
      return tab;
    },
  };
}

/**
 * One tab, as a viewer uses it.
 *
 * @typedef {ReturnType<typeof createTab>} Tab
 */
function createTab(page) {
  /** @type {Fact[]} */
  const facts = [];
  const listeners = new Set();
  const complaints = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`page error: ${error.message}`));

  /** The first fact since a moment that satisfies; waits for it. */
  const until = (isIt, { what, since = 0, timeoutMs = WAIT_MS }) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = facts.find((fact) => fact.at >= since && isIt(fact));
        if (!found) return;
        end();
        resolve(found);
      };
      const end = () => {
        clearTimeout(timer);
        listeners.delete(look);
      };
      const timer = setTimeout(() => {
        end();
        const told = facts.slice(-6).map(({ access, stage }) => `${access}/${stage}`);
        reject(
          new Error(`waited ${timeoutMs / 1000} s for ${what}; it went ${told.join(" → ") || "nowhere"}`),
        );
      }, timeoutMs);
      listeners.add(look);
      look();
    });

  /** Waits until the sheet takes a purchase. @returns {Promise<{x: number, y: number}>} where its button is */
  async function seesSheet() {
    const deadline = Date.now() + WAIT_MS;
    while (Date.now() < deadline) {
      const point = await page.evaluate(locate, BUTTON).catch(() => undefined);
      if (point) return point;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no sheet took a purchase within ${WAIT_MS / 1000} s`);
  }

  return {
    page,
    facts,
    complaints,
    until,
    get last() {
      return facts.at(-1);
    },
    tell(fact) {
      facts.push({ at: Date.now(), ...fact });
      for (const look of [...listeners]) look();
    },
    seesSheet,
    /** Waits until the sheet takes a purchase, and presses its button. @returns {Promise<number>} when */
    async press({ times = 1 } = {}) {
      const point = await seesSheet();
      const at = Date.now();
      for (let press = 0; press < times; press += 1) await page.mouse.click(point.x, point.y);
      await until(({ access }) => access !== "locked", { what: "the press to count", since: at });
      return at;
    },
    /** Presses once more, as an impatient viewer or a script of the page might while there is no answer. */
    pressAgain: () => page.evaluate(pressWhatBuys).catch(() => {}),
    close: () => page.close(),
  };
}
