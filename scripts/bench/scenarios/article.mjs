import { observePerformance, readPerformance } from "../browser/page-functions.mjs";
import { nothing } from "../contenders/nothing.mjs";
import { firstFrameOf, wait } from "./common.mjs";

/** Long enough for everything that a page starts by itself. */
const WATCH_MS = 6000;
/** What a task takes beyond this blocks input (https://web.dev/articles/tbt). */
const BLOCKING_MS = 50;

/** An article with a player far below the fold: what does it cost before anybody scrolls? */
export const articleBelow = {
  name: "article-below",
  title: "article, below the fold",
  kind: "article-below",
  async measure(harness, { options: _, ...setting }) {
    const figures = await observeArticle(harness, { ...setting, kind: this.kind });
    if (setting.contender === nothing) return figures;
    const without = await observeArticle(harness, { ...setting, kind: this.kind, contender: nothing });
    return { ...figures, moreBlockingMs: figures.blockingMs - without.blockingMs };
  },
};

/** An article with a player that plays in it. */
export const articleAbove = {
  name: "article-above",
  title: "article, playing",
  kind: "article-above",
  async measure(harness, { options: _, ...setting }) {
    return observeArticle(harness, { ...setting, kind: this.kind, plays: true });
  },
};

function observeArticle(harness, { plays = false, ...setting }) {
  const prepare = ({ page }) => page.addInitScript(observePerformance);
  return harness.run({ ...setting, prepare }, async (run) => {
    if (plays) await firstFrameOf(run);
    await wait(Math.max(0, run.navigatedAt + WATCH_MS - Date.now()));
    const { longTasks, shift } = await run.page.evaluate(readPerformance);
    return {
      blockingMs: longTasks.reduce((sum, { duration }) => sum + Math.max(0, duration - BLOCKING_MS), 0),
      layoutShift: shift,
      mediaBytes: mediaBytes(run),
    };
  });
}

/** Films only: a poster that is not lazy is a picture of the article. */
function mediaBytes({ deliveries, media }) {
  const posters = new Set(media.episodes.map(({ poster }) => poster));
  return deliveries
    .filter(({ origin, path }) => origin === "media" && !posters.has(path) && !path.endsWith(".json"))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
