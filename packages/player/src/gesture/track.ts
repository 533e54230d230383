/** Fastest and slowest slide, in milliseconds: quick enough for five flicks in two seconds, slow enough to see. */
const MIN_SLIDE_MS = 220;
const MAX_SLIDE_MS = 380;

/** A slide without a thumb: by key, by button, or because an episode is over. */
const STEP_MS = 240;

/** Starts at the speed of the thumb and lands softly. */
const SLIDE_EASING = "cubic-bezier(0.2, 0.85, 0.25, 1)";

/** The column of slots, moved on the compositor. Positions are in episodes: `2.5` is half-way from 2 to 3. */
export interface Track {
  /** Height of one episode in pixels. */
  readonly extent: number;
  /** Where the picture is at this moment, a movement under way and the finger included. */
  readonly position: number;
  /** Puts the finger's distance (pixels, positive downwards) on top of whatever moves underneath. */
  drag(distance: number): void;
  /** Ends at `index`, from wherever the picture is. `velocity` in pixels per millisecond makes it quicker. */
  settle(index: number, settle: { readonly animate: boolean; readonly velocity: number }): void;
  /** Forgets movements and inline positions. */
  release(): void;
}

/**
 * Wraps the track element. Its rest position comes from the style sheet (`--index`), so a movement is only
 * an animation from where the picture was: an interrupted one leaves nothing behind. Starts at rest on `index`.
 */
export function createTrack(element: HTMLElement, index: number): Track {
  let slide: Animation | undefined;
  let rest = index;
  let dragged = 0;

  const track: Track = {
    get extent() {
      return element.clientHeight;
    },
    get position() {
      const extent = element.clientHeight;
      if (extent === 0) return rest;
      // At rest the style sheet may already show the next index, so only a running slide is measured.
      const moved =
        slide?.playState === "running"
          ? -new DOMMatrixReadOnly(getComputedStyle(element).transform).m42 / extent
          : rest;
      return moved - dragged / extent;
    },
    drag(distance) {
      dragged = distance;
      // The individual property adds to the animated transform: the finger takes hold while a slide still runs.
      element.style.translate = distance === 0 ? "" : `0 ${distance}px`;
    },
    settle(index, { animate, velocity }) {
      // Both before anything changes: to measure afterwards would cost another layout.
      const { extent, position: from } = track;
      slide?.cancel();
      slide = undefined;
      track.drag(0);
      rest = index;
      if (!animate || prefersReducedMotion() || extent === 0) return;
      // Only three episodes exist at a time: a third flick within one slide starts at most one screen away.
      const start = Math.min(index + 1, Math.max(index - 1, from));
      if (Math.abs(start - index) < 0.001) return;
      slide = element.animate([{ transform: toTransform(start) }, { transform: toTransform(index) }], {
        duration: selectSlideMs(Math.abs(start - index) * extent, velocity),
        easing: SLIDE_EASING,
      });
    },
    release() {
      slide?.cancel();
      slide = undefined;
      track.drag(0);
    },
  };
  return track;
}

/** Time to cover a distance in pixels when the thumb left with this velocity. */
export function selectSlideMs(distance: number, velocity: number): number {
  if (velocity === 0) return STEP_MS;
  // The easing starts about three times faster than its average, hence the factor.
  const wanted = (3 * distance) / Math.abs(velocity);
  return Math.min(MAX_SLIDE_MS, Math.max(MIN_SLIDE_MS, wanted));
}

function toTransform(position: number): string {
  return `translateY(${-position * 100}%)`;
}

function prefersReducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
