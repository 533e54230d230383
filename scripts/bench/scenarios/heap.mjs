import { measureHeap } from "../browser/memory.mjs";
import { firstFrameOf, wait } from "./common.mjs";

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
      const direction = createWalk(run);
      await direction.swipe(FIRST_SWIPES);
      const before = await measureHeap(run.devtools);
      await direction.swipe(options.swipes - FIRST_SWIPES);
      const after = await measureHeap(run.devtools);
      const reached = run.screen.sightings.findLast(({ episode }) => episode !== undefined)?.episode;
      if (reached === undefined) run.fail("showed nothing at the end of the session");
      return { heapGrowthMb: (after - before) / 1e6, heapMb: after / 1e6, swipes: options.swipes };
    });
  },
};

/** Up and down the feed, turning before its ends, and resting where memory is measured. */
function createWalk(run) {
  const last = run.media.episodes.length;
  let at = 1;
  let step = 1;
  return {
    async swipe(count) {
      for (let swiped = 0; swiped < count; swiped += 1) {
        if (at === last) step = -1;
        if (at === 1) step = 1;
        await (step === 1 ? run.finger.flickUp() : run.finger.flickDown());
        at += step;
        await wait(DWELL_MS);
      }
      await wait(REST_MS);
    },
  };
}
