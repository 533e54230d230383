import { DRAG_SLOP } from "./slop.js";

/** A finger that rests for so long holds; system long presses begin at about 500. In milliseconds. */
export const HOLD_MS = 350;

/** Where a press means something else. */
const CONTROLS = "button, a, input, [role='slider'], [role='dialog']";

/** What a {@link watchHold} tells, and asks. */
export interface HoldOptions {
  /** False where holding means nothing, e.g. while the film rests. */
  readonly canHold: () => boolean;
  readonly onHold: () => void;
  /** Follows every `onHold`: the finger was lifted, or the feed is let go of. */
  readonly onRelease: () => void;
  readonly signal: AbortSignal;
}

/**
 * Tells when a finger, or a pressed mouse, rests on the film. A finger that moves first swipes; once it holds, it may
 * tremble as it likes, and neither swipes nor taps when it is lifted.
 */
export function watchHold(feed: HTMLElement, { canHold, onHold, onRelease, signal }: HoldOptions): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start: PointerEvent | undefined;
  let isHeld = false;
  let wasHeld = false;

  const letGo = (): void => {
    clearTimeout(timer);
    start = undefined;
    if (!isHeld) return;
    isHeld = false;
    onRelease();
  };
  const press = (event: PointerEvent): void => {
    letGo();
    const hitsControl = event
      .composedPath()
      .some((target) => target instanceof Element && target.matches(CONTROLS));
    if (!event.isPrimary || event.button !== 0 || hitsControl || !canHold()) return;
    start = event;
    timer = setTimeout(() => {
      isHeld = canHold();
      if (isHeld) onHold();
    }, HOLD_MS);
  };
  const move = (event: PointerEvent): void => {
    if (isHeld) event.stopImmediatePropagation();
    else if (start && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) >= DRAG_SLOP)
      letGo();
  };
  const lift = (): void => {
    wasHeld = isHeld;
    letGo();
    // The click, if any, is sent right after; one frame later it is a new one.
    requestAnimationFrame(() =>
      setTimeout(() => {
        wasHeld = false;
      }),
    );
  };
  const keepFromPausing = (event: Event): void => {
    if (!wasHeld) return;
    wasHeld = false;
    event.stopPropagation();
    event.preventDefault();
  };

  // Before the swipe hears of it: the same element's listeners for the way down come first.
  const early = { capture: true, signal };
  feed.addEventListener("pointerdown", press, early);
  feed.addEventListener("pointermove", move, early);
  feed.addEventListener("pointerup", lift, early);
  feed.addEventListener("pointercancel", lift, early);
  feed.addEventListener("click", keepFromPausing, early);
  // A long press is ours: Android would open a menu over the film.
  feed.addEventListener("contextmenu", (event) => (isHeld || start) && event.preventDefault(), { signal });
  signal.addEventListener("abort", letGo);
}
