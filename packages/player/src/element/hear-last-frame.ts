/** A frame is surely the last one when the end is no further away. In lengths of a frame. */
const LAST_FRAME = 1.5;

/** The sound may go on for so long behind the last frame. In lengths of a frame. */
const LONGEST_TAIL = 4;

/** So long after a frame the next one is not there because there is none. In lengths of a frame. */
const OVERDUE = 1.5;

/** What is looked at of a video. */
type FilmEnd = Pick<HTMLVideoElement, "duration" | "paused" | "playbackRate" | "requestVideoFrameCallback">;

/**
 * Looks at every frame of a film near its end. `ended` comes a frame or two and the rest of the sound after the last of
 * them, in which nothing moves.
 *
 * @param video in browsers with `requestVideoFrameCallback`
 * @param isNear whether this film is the one on the screen and `left` seconds of it are near its end; the first no ends
 *   the looking
 * @param onLast the last frame is on the screen, once or more often
 * @param onLeft the looking is over: the film is not near its end any more, or another one is on the screen
 */
export function hearLastFrame(
  video: FilmEnd,
  isNear: (left: number) => boolean,
  onLast: () => void,
  onLeft: () => void,
): void {
  let former = Number.NaN;
  let overdue: ReturnType<typeof setTimeout>;
  const look = (): void => {
    video.requestVideoFrameCallback((_, { mediaTime }) => {
      clearTimeout(overdue);
      const left = video.duration - mediaTime;
      const length = mediaTime - former;
      if (!isNear(left)) {
        onLeft();
        return;
      }
      const waitMs = left <= length * LAST_FRAME ? 0 : ((length * OVERDUE) / video.playbackRate) * 1000;
      if (left <= length * LONGEST_TAIL) {
        overdue = setTimeout(() => !video.paused && isNear(left) && onLast(), waitMs);
      }
      former = mediaTime;
      look();
    });
  };
  look();
}
