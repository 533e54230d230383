import { median } from "../figures/statistics.mjs";
import { findStalls } from "../screen/film-time.mjs";
import { durationOf, findPicture, firstFrameOf, movingFrameOf, wait } from "./common.mjs";

/** Long enough for a player to get ready for the next episode on fast 4G. */
const SETTLE_MS = 3000;
const DWELL_MS = 1000;
/** What the screen shows while the slides move does not count as rest. */
const REST_AFTER_MS = 400;

/** Swipes through the feed, one episode after the other, with a look at each. */
export const swipe = {
  name: "swipe",
  title: "swipe → next moving frame",
  kind: "feed",
  async measure(harness, { options, ...setting }) {
    return harness.run(setting, async (run) => {
      const first = await firstFrameOf(run);
      await wait(SETTLE_MS);
      const swipes = [];
      let since = first.at;
      for (let episode = 2; episode <= options.swipes + 1; episode += 1) {
        const liftedAt = await run.finger.flickUp();
        const stalls = stallsOf(run, { episode: episode - 1, from: since, until: liftedAt });
        const moving = await movingFrameOf(run, { episode, after: liftedAt });
        await wait(options.dwellMs ?? DWELL_MS);
        swipes.push({ ...judge(run, { episode, liftedAt, moving }), ...stalls });
        since = moving?.at ?? Date.now();
        if (!moving) await goOn(run, episode);
      }
      return summarizeSwipes(swipes);
    });
  },
};

/** A lost swipe is tried once more, so that one of them does not end the session. */
async function goOn(run, episode) {
  const seen = run.screen.sightings.findLast((sighting) => sighting.episode !== undefined);
  if (seen?.episode === episode) return;
  const liftedAt = await run.finger.flickUp();
  const moving = await movingFrameOf(run, { episode, after: liftedAt });
  if (!moving) run.fail(`never showed episode ${episode}, after two swipes`);
}

function judge(run, { episode, liftedAt, moving }) {
  const picture = findPicture(run, { episode, after: liftedAt });
  return {
    ...(moving && { moveMs: moving.at - liftedAt, wrong: wrongAtRest(run, { episode, liftedAt }) }),
    ...(moving && picture && { stillMs: Math.max(0, picture.at - liftedAt) }),
    lost: moving ? 0 : 1,
  };
}

/** Pictures of another episode, or of none, after the slides came to rest. */
function wrongAtRest({ screen }, { episode, liftedAt }) {
  return screen.sightings.filter((seen) => seen.at > liftedAt + REST_AFTER_MS && seen.episode !== episode)
    .length;
}

function stallsOf(run, { episode, from, until }) {
  const { count, totalMs } = findStalls(run.screen.sightings, {
    episode,
    from,
    until,
    durationSeconds: durationOf(run, episode),
  });
  return { stallCount: count, stallMs: totalMs };
}

function summarizeSwipes(swipes) {
  // A swipe that leads nowhere is lost, not slow: it is counted, and has no time.
  const all = (name) => swipes.map((swipe) => swipe[name]).filter((value) => value !== undefined);
  const total = (name) => all(name).reduce((sum, value) => sum + value, 0);
  return {
    moveMs: median(all("moveMs")),
    worstMoveMs: Math.max(...all("moveMs")),
    stillMs: median(all("stillMs")),
    worstStillMs: Math.max(...all("stillMs")),
    lost: total("lost"),
    wrongPictures: total("wrong"),
    sessionStallMs: total("stallMs"),
    sessionStallCount: total("stallCount"),
    everyMoveMs: all("moveMs"),
    everyStillMs: all("stillMs"),
  };
}
