import { secondsAhead } from "../buffered.js";
import type { EngineContext } from "../engines/engine.js";
import { FAST } from "../starter/starter.js";

/** Who has watched so long does not flick past, and is worth two playlists. Seconds. */
const WATCHES_SECONDS = 0.3;

/** Who has watched so long may stay, and is worth a better picture. Seconds. */
const STAYS_SECONDS = 3.3;

/** Seconds that are left of what a starter has brought when hls.js goes on: time to begin and for one segment. */
const ENOUGH_SECONDS = 1.2;

/** After each of these the element may have less left than before. */
const EVENTS = ["timeupdate", "seeking", "waiting"] as const;

/**
 * Resolves when the playlists of started media are worth their requests: nobody flicks past it.
 * Also resolves when the signal aborts.
 */
export function untilWatched(context: EngineContext, signal: AbortSignal): Promise<void> {
  return untilPosition(context, WATCHES_SECONDS, signal);
}

/**
 * Resolves when started media needs hls.js: most viewers who skim leave before, and what hls.js would load for them
 * is wasted.
 * Also resolves when the signal aborts.
 */
export function untilNeeded(context: EngineContext, signal: AbortSignal): Promise<void> {
  return untilPosition(context, STAYS_SECONDS, signal);
}

/** Or until too little is left to wait any longer. At once where the network has nothing to spare. */
function untilPosition(
  { target, video, memory }: EngineContext,
  seconds: number,
  signal: AbortSignal,
): Promise<void> {
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
      if (video.currentTime >= seconds || secondsAhead(video) < ENOUGH_SECONDS) finish();
    };
    for (const type of EVENTS) video.addEventListener(type, look, { signal: ending.signal });
    signal.addEventListener("abort", finish, { signal: ending.signal });
    if (signal.aborted) finish();
    else look();
  });
}
