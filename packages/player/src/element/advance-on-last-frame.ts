import { slotOf } from "../core/playlist.js";
import type { Navigation } from "./navigation.js";
import type { Session } from "./session.js";

/** From here on to the end every frame is looked at. Seconds. */
const NEAR_END_SECONDS = 0.6;

/** A frame is surely the last one when the end is no further away. In lengths of a frame. */
const LAST_FRAME = 1.5;

/** The sound may go on for so long behind the last frame. In lengths of a frame. */
const LONGEST_TAIL = 4;

/** So long after a frame the next one is not there because there is none. In lengths of a frame. */
const OVERDUE = 1.5;

/**
 * Goes on while the last frame of an episode is shown: `ended` comes a frame or two and the rest of the sound later, in
 * which nothing moves. Without `requestVideoFrameCallback` it is left to `ended`.
 *
 * @param advances whether the player goes on by itself
 */
export function advanceOnLastFrame(session: Session, navigation: Navigation, advances: () => boolean): void {
  /** The episode whose frames are looked at. */
  let watched: string | undefined;

  const watch = (video: HTMLVideoElement, key: string): void => {
    let former = Number.NaN;
    let overdue: ReturnType<typeof setTimeout>;
    const look = (): void => {
      video.requestVideoFrameCallback((_, { mediaTime }) => {
        clearTimeout(overdue);
        const left = video.duration - mediaTime;
        const length = mediaTime - former;
        // Left, sought back, or another film by now.
        if (session.model.media.key !== key || !(left < NEAR_END_SECONDS)) {
          watched = undefined;
          return;
        }
        const waitMs = left <= length * LAST_FRAME ? 0 : ((length * OVERDUE) / video.playbackRate) * 1000;
        if (left <= length * LONGEST_TAIL) {
          overdue = setTimeout(() => !video.paused && session.model.media.key === key && goOn(), waitMs);
        }
        former = mediaTime;
        look();
      });
    };
    look();
  };

  const goOn = (): void => {
    const { series, index, wantsPlay } = session.model;
    const next = series?.episodes[index + 1];
    // What comes after the last episode waits for its end.
    if (wantsPlay && next && next.access !== "unpublished" && advances()) navigation.next("auto");
  };

  session.pool.subscribe((fact) => {
    if (fact.type !== "time" || fact.key !== session.model.media.key || fact.key === watched) return;
    const left = fact.duration - fact.position;
    if (!(left > 0 && left < NEAR_END_SECONDS)) return;
    const video = session.pool.videos[slotOf(session.model.index)];
    if (!video || !("requestVideoFrameCallback" in video)) return;
    watched = fact.key;
    watch(video, fact.key);
  });
}
