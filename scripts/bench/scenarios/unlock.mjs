import { posix } from "node:path";
import { createPlatform } from "../platform/create-platform.mjs";
import { findFilm } from "../screen/film-time.mjs";
import { firstFrameOf, movingFrameOf, NEXT_FRAME_LIMIT_MS, wait } from "./common.mjs";

/** The second episode is to be bought, the third is the viewer's already, the fourth stays locked. */
const LOCKED = [2, 3, 4];
const OWNED = [3];
const SETTLE_MS = 3000;
/** A viewer reads the price. The sheet must have been seen before its button takes a tap. */
const READING_MS = 1500;
const BUTTON = "[part~=unlock-button]";

/** The tap on the price → the film; then a swipe to an episode that is owned already. */
export const unlock = {
  name: "unlock",
  title: "unlock tap → first frame",
  kind: "unlock",
  async measure(harness, { options: _, ...setting }) {
    const mediaOrigin = () => harness.origins.media;
    const platform = createPlatform({ media: harness.media, mediaOrigin, owned: OWNED });
    return harness.run({ ...setting, locked: LOCKED, platform }, async (run) => {
      await firstFrameOf(run);
      await wait(SETTLE_MS);
      await run.finger.flickUp();
      const tappedAt = await run.finger.tap(await findButton(run));
      await firstFrameOf(run, { episode: 2, limitMs: NEXT_FRAME_LIMIT_MS });
      const first = findFilm(run.screen.sightings, { episode: 2, after: tappedAt });
      await wait(SETTLE_MS);
      const swiped = await swipeToOwned(run);
      return {
        unlockMs: first.at - tappedAt,
        lockedBytes:
          bytesOf(run, { number: 2, until: tappedAt }) + bytesOf(run, { number: 4, until: Date.now() }),
        ...swiped,
      };
    });
  },
};

async function findButton(run) {
  const button = run.page.locator(BUTTON).first();
  const isThere = await button.waitFor({ timeout: NEXT_FRAME_LIMIT_MS }).then(
    () => true,
    () => false,
  );
  if (!isThere) run.fail("showed no button to unlock");
  await wait(READING_MS);
  const { x, y, width, height } = await button.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

async function swipeToOwned(run) {
  const liftedAt = await run.finger.flickUp();
  const moving = await movingFrameOf(run, { episode: 3, after: liftedAt });
  if (!moving) run.fail("did not play the episode that is owned");
  const { id } = run.media.episodes.find(({ number }) => number === 3);
  const requests = run.deliveries.filter(
    ({ path, at }) => path.startsWith("/api/") && path.includes(id) && at >= liftedAt && at <= moving.at,
  );
  return { ownedSwipeMs: moving.at - liftedAt, requestsOnOwnedSwipe: requests.length };
}

/** Playlists, init and segments of an episode; its poster is for everybody. */
function bytesOf(run, { number, until }) {
  const { hls, poster } = run.media.episodes.find((episode) => episode.number === number);
  const folder = `${posix.dirname(hls)}/`;
  return run.deliveries
    .filter(({ path, at }) => path.startsWith(folder) && path !== poster && at <= until)
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
