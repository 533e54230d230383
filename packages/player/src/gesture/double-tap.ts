/** Two taps within this time are one double tap; in milliseconds. */
const BETWEEN_MS = 280;

/** And no further apart than a thumb is exact; in CSS pixels. */
const APART = 60;

/** Where a tap means something else. */
const CONTROLS = "button, a, input, [role='slider'], [role='dialog']";

/** What {@link watchDoubleTap} tells, and asks. */
export interface DoubleTapOptions {
  /** False where a double tap means nothing: then each tap is left alone. */
  readonly isWanted: () => boolean;
  /**
   * The film that a single tap would stop now, `undefined` for none. Only that waits for a second tap, and does nothing
   * when the film is another one by then, or has stopped: a film that starts can start at once.
   */
  readonly stops: () => unknown;
  /** No second tap came. */
  readonly onTap: () => void;
  readonly onDoubleTap: (event: MouseEvent) => void;
  readonly signal: AbortSignal;
}

/**
 * Tells double taps on the film from single ones. A tap that would stop the film waits, so that the film does not
 * stumble under a double one.
 *
 * @param track what the films lie in: below the feed, where the clicks of swipes and holds do not arrive
 */
export function watchDoubleTap(track: HTMLElement, options: DoubleTapOptions): void {
  const { isWanted, stops, onTap, onDoubleTap, signal } = options;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let former: MouseEvent | undefined;

  const onClick = (event: MouseEvent): void => {
    const hitsControl = event
      .composedPath()
      .some((target) => target instanceof Element && target.matches(CONTROLS));
    if (hitsControl || !isWanted()) return;
    clearTimeout(waiting);
    const isSecond = former !== undefined && isNear(event, former);
    former = event;
    if (isSecond) {
      event.stopPropagation();
      onDoubleTap(event);
      return;
    }
    const film = stops();
    if (film === undefined) return;
    event.stopPropagation();
    waiting = setTimeout(() => stops() === film && onTap(), BETWEEN_MS);
  };

  track.addEventListener("click", onClick, { capture: true, signal });
  signal.addEventListener("abort", () => clearTimeout(waiting));
}

function isNear(event: MouseEvent, former: MouseEvent): boolean {
  const distance = Math.hypot(event.clientX - former.clientX, event.clientY - former.clientY);
  return event.timeStamp - former.timeStamp <= BETWEEN_MS && distance <= APART;
}
