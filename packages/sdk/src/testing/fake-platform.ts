import type { Locks, Platform } from "../platform.js";
import { createRetryBudget } from "../retry-budget.js";

/** Surroundings whose time stands still until a test moves it. */
export interface FakePlatform extends Platform {
  /** Lets everything that is ready run, then moves time on step by step, timer by timer. */
  advance(ms: number): Promise<void>;
  /** Sends a window event. */
  emit(type: "online" | "focus"): Promise<void>;
  /** How many listeners there are for window events. */
  listenerCount(): number;
}

/** Lets promises settle. Fakes answer at once, so a bounded number of turns is enough. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await null;
}

/** A platform with a clock of its own; jitter is always in the middle. */
export function createFakePlatform(locks?: Locks): FakePlatform {
  let time = 0;
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  const listeners = new Set<{ readonly type: string; readonly listener: (event: unknown) => void }>();
  return {
    locks,
    retries: createRetryBudget(),
    spentByRule: new Map(),
    monotonicNow: () => time,
    random: () => 0.5,
    setTimer(run, ms) {
      const timer = { at: time + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    listen(type, listener) {
      const entry = { type, listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    async advance(ms) {
      const end = time + ms;
      await settle();
      for (;;) {
        const next = [...timers].sort((a, b) => a.at - b.at)[0];
        if (!next || next.at > end) break;
        timers.delete(next);
        time = Math.max(time, next.at);
        next.run();
        await settle();
      }
      time = end;
    },
    async emit(type) {
      for (const entry of listeners) if (entry.type === type) entry.listener({});
      await settle();
    },
    listenerCount: () => listeners.size,
  };
}

/** Web Locks of one origin, for as many tabs as share the object. */
export function createFakeLocks(): Locks {
  const held = new Map<string, Promise<unknown>>();
  return {
    async request(name, { ifAvailable, signal }, work) {
      if (held.has(name) && ifAvailable) return work(null);
      while (held.has(name)) await held.get(name);
      signal?.throwIfAborted();
      const run = work({ name });
      const ended = run.then(
        () => held.delete(name),
        () => held.delete(name),
      );
      held.set(name, ended);
      return run;
    },
  };
}
