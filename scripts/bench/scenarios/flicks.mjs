import { findPicture, firstFrameOf, movingFrameOf, wait } from "./common.mjs";

const FLICKS = 5;
const APART_MS = 300;
const SETTLE_MS = 3000;
/** Time for a contender that answers late. */
const LIMIT_MS = 6000;

/** Five flicks 300 ms apart: are all taken, and how long after the last one does its film move? */
export const flicks = {
  name: "flicks",
  title: "five flicks 300 ms apart",
  kind: "feed",
  async measure(harness, { options: _, ...setting }) {
    return harness.run(setting, async (run) => {
      await firstFrameOf(run);
      await wait(SETTLE_MS);
      let liftedAt = 0;
      for (let flick = 0; flick < FLICKS; flick += 1) {
        if (flick > 0) await wait(Math.max(0, liftedAt + APART_MS - FLICK_LASTS_MS - Date.now()));
        liftedAt = await run.finger.flickUp();
      }
      const episode = FLICKS + 1;
      const moving = await movingFrameOf(run, { episode, after: liftedAt, limitMs: LIMIT_MS });
      const reached =
        run.screen.sightings.findLast((sighting) => sighting.episode !== undefined)?.episode ?? 1;
      if (!moving) return { taken: reached - 1, ...(await restedElsewhere(run, { reached, liftedAt })) };
      return {
        taken: FLICKS,
        lastMoveMs: moving.at - liftedAt,
        lastStillMs: Math.max(0, findPicture(run, { episode, after: liftedAt }).at - liftedAt),
      };
    });
  },
};

/** A flick of the harness takes this long; flicks are apart from lift to lift. */
const FLICK_LASTS_MS = 100;

/** Where flicks were lost: how long until the film moves on which the feed came to rest. */
async function restedElsewhere(run, { reached, liftedAt }) {
  const moving = await movingFrameOf(run, { episode: reached, after: liftedAt, limitMs: 0 });
  return moving ? { lastMoveMs: moving.at - liftedAt } : {};
}
