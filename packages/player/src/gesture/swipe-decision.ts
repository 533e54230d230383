import type { SwipeDirection } from "./swipe.js";

/** A flick is at least this fast, in pixels per millisecond (slow flicks of real thumbs measure 0.3–0.5). */
export const FLICK_VELOCITY = 0.25;

/** A flick travels at least this far in pixels, so that a trembling tap is none. */
export const FLICK_DISTANCE = 12;

/** Without a flick, this share of the height decides. */
export const DRAG_SHARE = 0.35;

/** A drag at the moment the finger is lifted. `distance` and `velocity` are positive downwards. */
export interface Drag {
  /** Pixels from where the finger came down. */
  readonly distance: number;
  /** Pixels per millisecond. */
  readonly velocity: number;
  /** Height of the feed in pixels. */
  readonly extent: number;
}

/** Decides at release where a drag leads: one episode on or back, or nowhere (`0`). */
export function decideSwipe({ distance, velocity, extent }: Drag): SwipeDirection | 0 {
  const isFlick = Math.abs(velocity) >= FLICK_VELOCITY && Math.abs(distance) >= FLICK_DISTANCE;
  // A flick against the drag takes it back: the viewer changed their mind.
  if (isFlick) return Math.sign(velocity) === Math.sign(distance) ? toDirection(distance) : 0;
  return Math.abs(distance) >= extent * DRAG_SHARE ? toDirection(distance) : 0;
}

/** Pulling the content down shows what is above it: the previous episode. */
function toDirection(distance: number): SwipeDirection {
  return distance < 0 ? 1 : -1;
}
