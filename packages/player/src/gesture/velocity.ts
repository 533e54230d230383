/** How far back a flick is measured, in milliseconds: long enough to smooth jitter, short enough to feel the end. */
const WINDOW_MS = 100;

/** A finger that rested this long before it was lifted has no velocity, in milliseconds. */
const REST_MS = 60;

/** Measures how fast a pointer moves along one axis. */
export interface VelocityMeter {
  /** Pixels and milliseconds. */
  add(position: number, time: number): void;
  /** Pixels per millisecond at `time`; positive towards larger positions. */
  at(time: number): number;
}

/** A meter over the last {@link WINDOW_MS} of movement. */
export function createVelocityMeter(): VelocityMeter {
  let samples: { readonly position: number; readonly time: number }[] = [];
  return {
    add(position, time) {
      samples = samples.filter((sample) => time - sample.time <= WINDOW_MS);
      samples.push({ position, time });
    },
    at(time) {
      const last = samples.at(-1);
      const first = samples.find((sample) => time - sample.time <= WINDOW_MS);
      if (!first || !last || time - last.time > REST_MS) return 0;
      const elapsed = last.time - first.time;
      return elapsed > 0 ? (last.position - first.position) / elapsed : 0;
    },
  };
}
