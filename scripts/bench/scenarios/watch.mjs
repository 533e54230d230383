import { readPieces } from "../figures/read-pieces.mjs";
import { accountWaste } from "../figures/waste.mjs";
import { collectShown, findFilm, findStalls, isFilm } from "../screen/film-time.mjs";
import { durationOf, firstFrameOf, movingFrameOf } from "./common.mjs";

/** An episode's own length, and room for a slow start. */
const ROOM_MS = 12_000;
/** The last picture of an episode lies within so many frames of its end. */
const LAST_FRAMES = 4;

/** A viewer who watches two episodes to their ends, hands off. */
export const watch = {
  name: "watch",
  title: "two episodes to the end",
  kind: "feed",
  async measure(harness, { options: _, ...setting }) {
    return harness.run(setting, async (run) => {
      const first = await firstFrameOf(run);
      const duration = durationOf(run, 1);
      const limitMs = duration * 1000 + ROOM_MS;
      const second = await movingFrameOf(run, { episode: 2, after: first.at, limitMs });
      if (!second) run.fail("did not go on to the second episode");
      const endedAt = lastMove(run, 1);
      const lastFrame = durationOf(run, 2) * 25 - LAST_FRAMES;
      await run.screen.waitFor(
        (seen) => isFilm(seen) && seen.episode === 2 && seen.frame >= lastFrame,
        limitMs,
      );
      const { share, mediaBytes } = accountWaste({
        deliveries: run.deliveries.filter(({ origin }) => origin === "media"),
        pieces: readPieces(run.media),
        shown: collectShown(run.screen.sightings),
      });
      return {
        endToNextMs: findFilm(run.screen.sightings, { episode: 2, after: first.at }).at - endedAt,
        endToMovingMs: second.at - endedAt,
        wastedShare: share,
        mediaBytes,
        stallMs: stalls(run, { episode: 1, from: first.at }) + stalls(run, { episode: 2, from: second.at }),
      };
    });
  },
};

/** When the film of an episode moved for the last time. */
function lastMove({ screen }, episode) {
  const films = screen.sightings.filter((seen) => isFilm(seen) && seen.episode === episode);
  const last = Math.max(...films.map(({ frame }) => frame));
  return films.find(({ frame }) => frame === last).at;
}

function stalls(run, { episode, from }) {
  const until = episode === 1 ? lastMove(run, 1) : Date.now();
  const durationSeconds = durationOf(run, episode);
  return findStalls(run.screen.sightings, { episode, from, until, durationSeconds }).totalMs;
}
