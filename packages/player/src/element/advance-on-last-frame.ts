import { slotOf } from "../core/playlist.js";
import { hearLastFrame } from "./hear-last-frame.js";
import type { Navigation } from "./navigation.js";
import type { Session } from "./session.js";

/** From here on to the end every frame is looked at. Seconds. */
const NEAR_END_SECONDS = 0.6;

/**
 * Goes on while the last frame of an episode is shown. Without `requestVideoFrameCallback`, and where a busy machine shows
 * no frame in time, it is left to `ended`.
 *
 * @param advances whether the player goes on by itself
 */
export function advanceOnLastFrame(session: Session, navigation: Navigation, advances: () => boolean): void {
  /** The episode whose frames are looked at. */
  let watched: string | undefined;

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
    const isNear = (rest: number): boolean => session.model.media.key === fact.key && rest < NEAR_END_SECONDS;
    hearLastFrame(video, isNear, goOn, () => {
      watched = undefined;
    });
  });
}
