import { rubberBand } from "./rubber-band.js";
import { DRAG_SLOP } from "./slop.js";
import type { Swipe, SwipeDirection, SwipeOptions } from "./swipe.js";
import { decideSwipe } from "./swipe-decision.js";
import { createTrack, type Track } from "./track.js";
import { createVelocityMeter, type VelocityMeter } from "./velocity.js";
import { createWheelMeter, toWheelPixels } from "./wheel-meter.js";

/** Controls that take drags themselves, or in which a drag means something else. */
const OWN_DRAG = "input, textarea, select, [role='slider']";

interface Grip {
  readonly pointerId: number;
  readonly startX: number;
  readonly startY: number;
  readonly meter: VelocityMeter;
  phase: "undecided" | "dragging" | "ignored";
}

/**
 * Our own drag: a finger, a pen or a pressed mouse moves the track, the decision falls when it is lifted,
 * and wheels and trackpads step by an accumulator. Why not native scroll-snap: decision 002.
 */
export function createDragSwipe(options: SwipeOptions): Swipe {
  let index = 0;
  let count = 0;
  let track: Track | undefined;
  let listeners: AbortController | undefined;
  let grip: Grip | undefined;
  const wheel = createWheelMeter();

  function canMove(direction: SwipeDirection): boolean {
    const target = index + direction;
    return target >= 0 && target < count;
  }

  /**
   * Settles first: afterwards the page's styles are no longer clean, and to ask where the track stands would cost
   * a layout that the next picture waits for.
   */
  function finish(direction: SwipeDirection | 0, by: "swipe" | "wheel", velocity: number): void {
    const before = index;
    if (direction !== 0 && canMove(direction)) index += direction;
    track?.settle(index, { animate: true, velocity });
    if (direction === 0 || index === before) options.onCancel();
    else if (!options.onCommit(direction, by)) {
      index = before;
      track?.settle(index, { animate: true, velocity });
    }
  }

  function onPointerDown(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0) {
      // A second finger is a pinch: let go.
      if (grip?.phase === "dragging") finish(0, "swipe", 0);
      grip = undefined;
      return;
    }
    const target = event.composedPath()[0];
    if (target instanceof Element && target.closest(OWN_DRAG)) return;
    const meter = createVelocityMeter();
    meter.add(event.clientY, event.timeStamp);
    const { pointerId, clientX: startX, clientY: startY } = event;
    grip = { pointerId, startX, startY, meter, phase: "undecided" };
  }

  function onPointerMove(event: PointerEvent): void {
    if (!grip || event.pointerId !== grip.pointerId || grip.phase === "ignored") return;
    grip.meter.add(event.clientY, event.timeStamp);
    const distance = event.clientY - grip.startY;
    if (grip.phase === "undecided" && !decideAxis(grip, event)) return;
    track?.drag(toDragged(distance));
  }

  function decideAxis(current: Grip, event: PointerEvent): boolean {
    const across = Math.abs(event.clientX - current.startX);
    const along = Math.abs(event.clientY - current.startY);
    if (Math.max(across, along) < DRAG_SLOP) return false;
    current.phase = along >= across ? "dragging" : "ignored";
    if (current.phase === "ignored") return false;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    options.onStart();
    return true;
  }

  function toDragged(distance: number): number {
    const extent = track?.extent ?? 0;
    const free = Math.max(-extent, Math.min(extent, distance));
    return canMove(distance < 0 ? 1 : -1) ? free : rubberBand(distance, extent) * 0.5;
  }

  function onPointerUp(event: PointerEvent): void {
    if (!grip || event.pointerId !== grip.pointerId) return;
    const { phase, startY, meter } = grip;
    grip = undefined;
    if (phase !== "dragging") return;
    const velocity = meter.at(event.timeStamp);
    const drag = { distance: event.clientY - startY, velocity, extent: track?.extent ?? 0 };
    suppressClick(event.currentTarget as HTMLElement);
    finish(event.type === "pointerup" ? decideSwipe(drag) : 0, "swipe", velocity);
  }

  /**
   * Chromium flings what a flick leaves behind even where nothing scrolls and `touch-action` allows nothing, and for
   * almost two seconds the next tap only ends that: the press on a price that has just come into view would be lost.
   * A movement that the page takes for itself leaves nothing to fling; at the end of it that would be too late.
   */
  function onTouchMove(event: TouchEvent): void {
    if (grip && grip.phase !== "undecided" && event.cancelable) event.preventDefault();
  }

  function onWheel(event: WheelEvent): void {
    if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    const delta = toWheelPixels(event, track?.extent ?? 0);
    if (delta === 0) return;
    const isPastEnd = !canMove(delta > 0 ? 1 : -1);
    if (isPastEnd && !wheel.isGathering && options.handsWheelOver?.()) return;
    event.preventDefault();
    const step = wheel.add({ delta, time: event.timeStamp });
    if (step === 0 || !canMove(step)) return;
    options.onStart();
    finish(step, "wheel", 0);
  }

  return {
    attach(feed, slots) {
      this.detach();
      const parent = slots[0]?.parentElement;
      if (!parent) return;
      track = createTrack(parent, index);
      listeners = new AbortController();
      const { signal } = listeners;
      feed.addEventListener("pointerdown", onPointerDown, { signal });
      feed.addEventListener("pointermove", onPointerMove, { signal });
      feed.addEventListener("pointerup", onPointerUp, { signal });
      feed.addEventListener("pointercancel", onPointerUp, { signal });
      feed.addEventListener("touchmove", onTouchMove, { signal, passive: false });
      // An element that is dragged as an image would end the gesture with pointercancel.
      feed.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
      feed.addEventListener("wheel", onWheel, { signal, passive: false });
    },
    setPosition(nextIndex, nextCount, { animate }) {
      // The first position is where the feed stands, not a movement to it.
      const isFirst = count === 0;
      const isMove = nextIndex !== index;
      index = nextIndex;
      count = nextCount;
      if (isMove) track?.settle(index, { animate: animate && !isFirst, velocity: 0 });
    },
    detach() {
      listeners?.abort();
      listeners = undefined;
      if (grip?.phase === "dragging") options.onCancel();
      grip = undefined;
      track?.release();
      track = undefined;
    },
  };
}

/** The click that follows a drag was not meant: it would pause, or press what lies under the thumb. */
function suppressClick(feed: HTMLElement): void {
  const done = new AbortController();
  const stop = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
    done.abort();
  };
  feed.addEventListener("click", stop, { capture: true, signal: done.signal });
  // The click, if any, is sent right after pointerup; one frame later it is a new one.
  requestAnimationFrame(() => setTimeout(() => done.abort()));
}
