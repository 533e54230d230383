import { readPieces } from "../figures/read-pieces.mjs";
import { accountWaste } from "../figures/waste.mjs";
import { collectShown, findStalls } from "../screen/film-time.mjs";
import { durationOf, firstFrameOf, movingFrameOf, wait } from "./common.mjs";

const LOOK_MS = 3000;
const EPISODES = 8;

/** A viewer who stays three seconds on each of eight episodes: how much was fetched for nothing? */
export const skim = {
  name: "skim",
  title: "three seconds on each episode",
  kind: "feed",
  async measure(harness, { options: _, ...setting }) {
    return harness.run(setting, async (run) => {
      const first = await firstFrameOf(run);
      let moving = first;
      let stallMs = 0;
      for (let episode = 1; episode <= EPISODES; episode += 1) {
        await wait(Math.max(0, moving.at + LOOK_MS - Date.now()));
        const durationSeconds = durationOf(run, episode);
        const span = { episode, from: moving.at, until: Date.now(), durationSeconds };
        stallMs += findStalls(run.screen.sightings, span).totalMs;
        if (episode === EPISODES) break;
        const liftedAt = await run.finger.flickUp();
        moving = await movingFrameOf(run, { episode: episode + 1, after: liftedAt });
        if (!moving) run.fail(`lost the swipe to episode ${episode + 1}`);
      }
      const { share, mediaBytes } = accountWaste({
        deliveries: run.deliveries.filter(({ origin }) => origin === "media"),
        pieces: readPieces(run.media),
        shown: collectShown(run.screen.sightings),
      });
      return { wastedShare: share, mediaBytes, stallMs };
    });
  },
};
