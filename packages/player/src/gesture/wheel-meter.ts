import type { SwipeDirection } from "./swipe.js";

/** Pixels that make a gesture: less than one notch of any mouse (100–300), more than a trembling trackpad. */
export const WHEEL_THRESHOLD = 40;

/** Silence that ends a gesture, in milliseconds. Trackpad inertia comes at every frame, notches do not. */
export const GESTURE_GAP_MS = 160;

/** After a step nothing counts for this long, in milliseconds: the hardest flick's first burst. */
export const LOCK_MS = 320;

/** Inertia only fades. Growth by this factor over the faintest event since is a new push of the fingers. */
const PUSH_FACTOR = 2.2;

/** A push is at least this strong, in pixels per event; inertia's tail flutters between 1 and 5. */
const PUSH_DELTA = 18;

/** Events that stay this close to the strongest one come from a turning notched wheel, not from inertia. */
const STEADY_SHARE = 0.9;

/** One wheel event: `delta` in pixels, positive downwards; `time` in milliseconds. */
export interface WheelSample {
  readonly delta: number;
  readonly time: number;
}

/** Turns a stream of wheel events into steps: one episode per gesture, however long its inertia runs. */
export interface WheelMeter {
  /** `0` while nothing is decided. */
  add(sample: WheelSample): SwipeDirection | 0;
  /** True between the first event of a gesture and its step. */
  readonly isGathering: boolean;
}

/** A meter at rest. */
export function createWheelMeter(): WheelMeter {
  let gathered = 0;
  let lastTime = Number.NEGATIVE_INFINITY;
  let step: { direction: SwipeDirection; time: number; peak: number; faintest: number } | undefined;

  function isNewGesture({ delta, time }: WheelSample): boolean {
    if (!step) return false;
    const size = Math.abs(delta);
    if (Math.sign(delta) !== step.direction) return size >= PUSH_DELTA;
    if (time - step.time < LOCK_MS) return false;
    const pushes = size >= PUSH_DELTA && size >= step.faintest * PUSH_FACTOR;
    const turnsOn = size >= WHEEL_THRESHOLD && size >= step.peak * STEADY_SHARE;
    return pushes || turnsOn;
  }

  return {
    get isGathering() {
      return step === undefined && gathered !== 0;
    },
    add(sample) {
      const { delta, time } = sample;
      if (delta === 0) return 0;
      if (time - lastTime > GESTURE_GAP_MS || isNewGesture(sample)) {
        step = undefined;
        gathered = 0;
      }
      lastTime = time;
      if (step) {
        step.peak = Math.max(step.peak, Math.abs(delta));
        step.faintest = Math.min(step.faintest, Math.abs(delta));
        return 0;
      }
      gathered = Math.sign(gathered) === Math.sign(delta) ? gathered + delta : delta;
      if (Math.abs(gathered) < WHEEL_THRESHOLD) return 0;
      const direction: SwipeDirection = gathered > 0 ? 1 : -1;
      step = { direction, time, peak: Math.abs(delta), faintest: Math.abs(delta) };
      gathered = 0;
      return direction;
    },
  };
}

/** Pixels per line and per page of the units that Firefox and some mice report. */
const LINE_PIXELS = 20;

/** The vertical travel of a wheel event in pixels, whatever unit it came in. */
export function toWheelPixels(event: { deltaY: number; deltaMode: number }, extent: number): number {
  if (event.deltaMode === 1) return event.deltaY * LINE_PIXELS;
  if (event.deltaMode === 2) return event.deltaY * extent;
  return event.deltaY;
}
