import { observeEvents, readEvents } from "../browser/page-functions.mjs";
import { median } from "../figures/statistics.mjs";
import { createPlatform } from "../platform/create-platform.mjs";
import { firstFrameOf, wait } from "./common.mjs";

const SETTLE_MS = 3000;
/** The middle of the film, in CSS pixels of the phone. */
const FILM = { x: 180, y: 330 };
/** So many episodes are free; the next one is locked. */
const FREE = 11;
const LOCKED = [FREE + 1, FREE + 2];
/** Long enough for what an input brought about to come to rest. */
const AFTER_MS = { tap: 700, swipe: 1200, sheet: 1500 };
/** The browser tells nothing of what took less than this. */
const UNSEEN_MS = 16;

/**
 * What taps, swipes and the opening of the sheet take until the next paint, by the browser's own clock (Event Timing,
 * which is what INP counts): the slowest event of each input.
 */
export const interactions = {
  name: "interactions",
  title: "input → next paint",
  kind: "unlock",
  async measure(harness, { options: _, ...setting }) {
    const mediaOrigin = () => harness.origins.media;
    const platform = createPlatform({ media: harness.media, mediaOrigin, owned: [] });
    const prepare = ({ page }) => page.addInitScript(observeEvents);
    return harness.run({ ...setting, locked: LOCKED, platform, prepare }, async (run) => {
      await firstFrameOf(run);
      // Taking pictures of every frame would take the processor from what is measured.
      await run.screen.stop();
      await wait(SETTLE_MS);
      const inputs = { tap: [], swipe: [], sheet: [] };
      const take = async (name, input) => {
        const since = await run.page.evaluate(() => performance.now());
        await input();
        await wait(AFTER_MS[name]);
        inputs[name].push(await run.page.evaluate(readEvents, since));
      };
      for (let episode = 1; episode < FREE; episode += 1) {
        // Pauses, and plays on.
        for (let tap = 0; tap < 2; tap += 1) await take("tap", () => run.finger.tap(FILM));
        await take("swipe", () => run.finger.flickUp());
      }
      for (let visit = 0; visit < 10; visit += 1) {
        await take("sheet", () => run.finger.flickUp());
        if ((await run.page.locator("[part~=gate]").count()) === 0) run.fail("showed no sheet");
        await run.page.keyboard.press("Escape");
        await wait(AFTER_MS.swipe);
      }
      for (let episode = FREE; episode > 1; episode -= 1) await take("swipe", () => run.finger.flickDown());
      return Object.fromEntries(Object.entries(inputs).flatMap(([name, times]) => summarize(name, times)));
    });
  },
};

function summarize(name, times) {
  const shown = times.map((ms) => Math.max(UNSEEN_MS, ms));
  return [
    [`${name}Ms`, median(shown)],
    [`worst${name[0].toUpperCase()}${name.slice(1)}Ms`, Math.max(...shown)],
  ];
}
