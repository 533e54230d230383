import { setTimeout as pause } from "node:timers/promises";

/** Answers come again soon after a kill; whoever is silent for so long has failed. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 100;

/** What patience is measured by. */
export interface Clock {
  now(): number;
  /** A moment between two tries. */
  rest(): Promise<void>;
}

const CLOCK: Clock = { now: () => performance.now(), rest: () => pause(PAUSE_MS) };

/**
 * Tries again and again until there is something. How long the first try takes does not matter: with many people on a slow
 * machine it waits in a long queue.
 *
 * @returns undefined: half a minute after the first try there still was nothing
 */
export async function untilSome<T>(
  act: () => Promise<T | undefined>,
  clock: Clock = CLOCK,
): Promise<T | undefined> {
  let since: number | undefined;
  for (;;) {
    const found = await act();
    if (found !== undefined) return found;
    since ??= clock.now();
    if (clock.now() - since > PATIENCE_MS) return undefined;
    await clock.rest();
  }
}

/**
 * Tries with all that are left until none is.
 *
 * @param onLeft told after each try how many are left
 * @returns false: for half a minute nobody came through, however long others had taken
 */
export async function untilAll<T>(
  items: readonly T[],
  act: (item: T) => Promise<boolean>,
  onLeft: (left: number) => void = () => {},
  clock: Clock = CLOCK,
): Promise<boolean> {
  let left = items;
  let movedAt = clock.now();
  for (;;) {
    const done = await Promise.all(left.map(act));
    const still = left.filter((_, index) => !done[index]);
    if (still.length < left.length) movedAt = clock.now();
    left = still;
    onLeft(left.length);
    if (left.length === 0) return true;
    if (clock.now() - movedAt > PATIENCE_MS) return false;
    await clock.rest();
  }
}
