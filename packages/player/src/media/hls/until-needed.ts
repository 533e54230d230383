import { secondsAhead } from "../buffered.js";
import type { EngineContext } from "../engines/engine.js";
import { FAST } from "../starter/starter.js";

/** Who has watched so long may stay, and is worth a better picture. Seconds. */
const STAYS_SECONDS = 3.3;

/** Seconds that are left of what a starter has brought when hls.js goes on: time to begin and for one segment. */
const ENOUGH_SECONDS = 1.2;

/** After each of these the element may have less left than before. */
const EVENTS = ["timeupdate", "seeking", "waiting"] as const;

/**
 * Resolves when started media needs hls.js: most viewers who skim leave before, and what hls.js would load for them
 * is wasted. Elsewhere it is needed at once.
 * Also resolves when the signal aborts.
 */
export function untilNeeded({ target, video, memory }: EngineContext, signal: AbortSignal): Promise<void> {
  const { start } = target.media;
  const { bandwidth = 0 } = memory;
  if (!start || bandwidth < start.bandwidth * FAST) return Promise.resolve();
  return new Promise((resolve) => {
    const ending = new AbortController();
    const finish = (): void => {
      ending.abort();
      resolve();
    };
    const look = (): void => {
      if (video.currentTime >= STAYS_SECONDS || secondsAhead(video) < ENOUGH_SECONDS) finish();
    };
    for (const type of EVENTS) video.addEventListener(type, look, { signal: ending.signal });
    signal.addEventListener("abort", finish, { signal: ending.signal });
    if (signal.aborted) finish();
    else look();
  });
}
