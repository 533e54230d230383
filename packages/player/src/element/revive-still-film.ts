import { slotOf } from "../core/playlist.js";
import { isDry } from "../media/buffered.js";
import { isWebKit } from "../media/is-webkit.js";
import type { Session } from "./session.js";

/** A film that plays moves within some hundredths of a second. Milliseconds. */
const PATIENCE_MS = 500;

/** Less than that is standing still: one frame may still be shown. Seconds. */
const LEAST_SECONDS = 0.1;

/** What was loaded again so often without moving will not be helped by another time. */
const MOST_TIMES = 2;

/**
 * Loads again what says that it plays and stands still. WebKitGTK pauses a muted film that leaves the viewport by a
 * transform, on its own account, and does not start it again when it is back: the second visit to an episode would
 * be a still picture.
 */
export function reviveStillFilm(session: Session): void {
  if (!isWebKit()) return;
  const { pool } = session;
  let times = 0;
  for (const video of pool.videos) {
    video.addEventListener("playing", () => {
      const { currentTime, currentSrc } = video;
      setTimeout(() => {
        const isWatched =
          video === pool.videos[slotOf(session.model.index)] && video.currentSrc === currentSrc;
        if (!isWatched || video.paused || video.seeking || video.ended || isDry(video)) return;
        if (Math.abs(video.currentTime - currentTime) > LEAST_SECONDS) times = 0;
        else if (times++ < MOST_TIMES) pool.retry();
      }, PATIENCE_MS);
    });
  }
}
