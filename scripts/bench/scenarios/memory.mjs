import { measureRenderer } from "../browser/memory.mjs";
import { countNodes } from "../browser/page-functions.mjs";
import { firstFrameOf, movingFrameOf, wait } from "./common.mjs";
import { createWalk } from "./walk.mjs";

const DWELL_MS = 400;
const LIMIT_MS = 2500;
const LOOK_MS = 2500;

/** What the renderer holds after a session of swipes. */
export const memory = {
  name: "memory",
  title: "memory after a session",
  kind: "feed",
  async measure(harness, { options, ...setting }) {
    return harness.run(setting, async (run) => {
      await firstFrameOf(run);
      const walk = createWalk(run);
      for (let swiped = 0; swiped < options.swipes; swiped += 1) {
        const { episode, liftedAt } = await walk.swipe();
        // A lost swipe is the business of another scenario; this one only wants the work done.
        await movingFrameOf(run, { episode, after: liftedAt, limitMs: LIMIT_MS });
        await wait(DWELL_MS);
      }
      await wait(LOOK_MS);
      const bytes = await measureRenderer(run.page.context().browser());
      return { ...(bytes && { rendererMb: bytes / 1e6 }), ...(await run.page.evaluate(countNodes)) };
    });
  },
};
