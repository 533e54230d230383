import { measureHeap } from "../browser/memory.mjs";
import { firstFrameOf, wait } from "./common.mjs";
import { createWalk } from "./walk.mjs";

const FIRST_SWIPES = 5;
const DWELL_MS = 150;
const REST_MS = 2000;

/** How much the heap grows over a long session, after collections: what grows here is a leak. */
export const heap = {
  name: "heap",
  title: "heap over a long session",
  kind: "feed",
  async measure(harness, { options, ...setting }) {
    return harness.run(setting, async (run) => {
      await firstFrameOf(run);
      const walk = createWalk(run);
      const swipe = async (count) => {
        for (let swiped = 0; swiped < count; swiped += 1) {
          await walk.swipe();
          await wait(DWELL_MS);
        }
        await wait(REST_MS);
      };
      await swipe(FIRST_SWIPES);
      const before = await measureHeap(run.devtools);
      await swipe(options.swipes - FIRST_SWIPES);
      const after = await measureHeap(run.devtools);
      const reached = run.screen.sightings.findLast(({ episode }) => episode !== undefined)?.episode;
      return { heapGrowthMb: (after - before) / 1e6, heapMb: after / 1e6, swipes: options.swipes, reached };
    });
  },
};
