import type { StartDescriptor } from "@micro-drama/protocol";
import { secondsAhead } from "../buffered.js";
import { keyOf } from "../bytes/byte-store.js";
import type { EngineContext } from "../engines/engine.js";

/** Seconds that are left of what a starter has brought when hls.js goes on: time to begin and for one segment. */
const ENOUGH_SECONDS = 2.4;

/** On a network that is not this many times faster than the media, hls.js goes on at once. */
const FAST = 3;

/** After each of these the element may have less left than before. */
const EVENTS = ["timeupdate", "seeking", "waiting"] as const;

/**
 * Resolves when started media needs hls.js: most viewers who skim leave before, and what hls.js would load for them
 * is wasted. Also resolves when the signal aborts.
 */
export function untilNeeded(context: EngineContext, signal: AbortSignal): Promise<void> {
  const { start } = context.target.media;
  const { video, memory } = context;
  if (!start) return Promise.resolve();
  const bandwidth = memory.bandwidth ?? measureStart(context, start);
  if (bandwidth === undefined || bandwidth < start.bandwidth * FAST) return Promise.resolve();
  memory.bandwidth = bandwidth;
  return new Promise((resolve) => {
    const ending = new AbortController();
    const finish = (): void => {
      ending.abort();
      resolve();
    };
    const look = (): void => {
      if (secondsAhead(video) < ENOUGH_SECONDS) finish();
    };
    for (const type of EVENTS) video.addEventListener(type, look, { signal: ending.signal });
    signal.addEventListener("abort", finish, { signal: ending.signal });
    if (signal.aborted) finish();
    else look();
  });
}

/** Bits per second of the largest listed segment that has come, its latency included; undefined when none has. */
function measureStart({ access, bytes }: EngineContext, start: StartDescriptor): number | undefined {
  const sources = start.tracks[0]?.segments ?? [];
  const loaded = sources.flatMap((source) => {
    const entry = bytes.entries.get(keyOf({ ...source, url: access.resolve(source.url) }));
    return entry?.loaded ?? [];
  });
  const [largest] = loaded.sort((a, b) => b.data.byteLength - a.data.byteLength);
  if (!largest) return undefined;
  return (largest.data.byteLength * 8000) / (largest.timing.endAt - largest.timing.requestedAt);
}
