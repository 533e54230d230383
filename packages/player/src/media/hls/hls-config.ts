import type { HlsConfig, LoadPolicy } from "hls.js";
import type { EngineMemory } from "../engines/engine.js";
import type { Patience } from "../patience.js";
import { mayChange } from "../patience.js";

/** Seconds ahead for an episode that is watched and whose viewer stays: hls.js' own default. */
const WATCHED_AHEAD = 30;

/** Most viewers who leave do so before this many seconds. */
const SKIMMED_SECONDS = 5;

/** Seconds ahead for who may leave at once; less when the network is this many times faster than the rendition. */
const SKIMMED_AHEAD = 3;
const SKIMMED_AHEAD_FAST = 1.5;
const FAST = 2;

/** A network that is not this many times faster has nothing to save: whatever comes ahead of time is needed. */
const SCARCE = 1.5;

/** Seconds for an episode that is watched next: through a tunnel. */
const LIKELY_AHEAD = 10;

/** Seconds ahead for a neighbour: its first segment makes its first frame. */
const WARM_AHEAD = 1;

/** Seconds kept behind: a viewer who scrubs back a little must not load again. */
const BACK_BUFFER_SECONDS = 30;

/** Bits per second before anything was measured: a phone on a middling network. */
export const UNMEASURED_BANDWIDTH = 800_000;

/**
 * What the full build has and the player does itself or not at all. Interstitials would stay: in 1.7.4 their listeners are
 * left on an element whose media is transferred, as at every swipe, and with them the media. Subtitles are read and drawn
 * by `captions/`: with either build, in the viewer's look, and not by the browser as well.
 */
const UNUSED = {
  interstitialsController: undefined,
  subtitleStreamController: undefined,
  subtitleTrackController: undefined,
  timelineController: undefined,
} as object as Partial<HlsConfig>;

/** How far ahead hls.js may load. */
export type BufferGoal = "watched" | "likely" | "warm";

/** What is known of an episode that is watched. Seconds and bits per second; absent while unknown. */
export interface WatchedMedia {
  readonly watched: number;
  readonly bandwidth?: number | undefined;
  readonly bitrate?: number | undefined;
}

/** What {@link createHlsConfig} depends on. */
export interface HlsConfigOptions {
  readonly startAt: number;
  readonly goal: BufferGoal;
  readonly memory: EngineMemory;
  readonly patience: Patience;
  readonly loader: HlsConfig["loader"];
}

/** The settings of one hls.js instance; what differs from its defaults, and why, is in playback.md. */
export function createHlsConfig(options: HlsConfigOptions): Partial<HlsConfig> {
  const policy = createLoadPolicy(options.patience);
  return {
    ...bufferLimits(options.goal, { watched: 0 }),
    backBufferLength: BACK_BUFFER_SECONDS,
    startPosition: options.startAt,
    startFragPrefetch: true,
    // The first rendition comes from the carried estimate; a test fragment would delay the first frame.
    startLevel: -1,
    testBandwidth: false,
    abrEwmaDefaultEstimate: options.memory.bandwidth ?? UNMEASURED_BANDWIDTH,
    capLevelToPlayerSize: true,
    // Beyond twice the CSS pixels nobody sees a difference on a phone, but everybody pays for it.
    maxDevicePixelRatio: 2,
    // A worker would need `worker-src blob:` in the host's policy, and fMP4 needs none.
    enableWorker: false,
    preferManagedMediaSource: true,
    ...UNUSED,
    loader: options.loader,
    manifestLoadPolicy: policy,
    playlistLoadPolicy: policy,
    fragLoadPolicy: policy,
    keyLoadPolicy: policy,
  };
}

/** The buffer lengths of a goal; hls.js reads them anew before every segment. */
export function bufferLimits(
  goal: BufferGoal,
  media: WatchedMedia,
): { maxBufferLength: number; maxMaxBufferLength: number } {
  const seconds = { warm: WARM_AHEAD, likely: LIKELY_AHEAD, watched: watchedAhead(media) }[goal];
  return { maxBufferLength: seconds, maxMaxBufferLength: seconds };
}

/** Whoever leaves after seconds wastes what was loaded ahead; whoever stays gets ever more. */
function watchedAhead({ watched, bandwidth, bitrate }: WatchedMedia): number {
  const speed = bandwidth && bitrate ? bandwidth / bitrate : undefined;
  if (speed !== undefined && speed < SCARCE) return WATCHED_AHEAD;
  if (watched < SKIMMED_SECONDS) return speed && speed >= FAST ? SKIMMED_AHEAD_FAST : SKIMMED_AHEAD;
  return Math.min(2 * watched, WATCHED_AHEAD);
}

function createLoadPolicy(patience: Patience): LoadPolicy {
  return {
    default: {
      maxTimeToFirstByteMs: patience.firstByteMs,
      maxLoadTimeMs: patience.wholeMs,
      timeoutRetry: { maxNumRetry: patience.timeoutRetries, retryDelayMs: 0, maxRetryDelayMs: 0 },
      errorRetry: {
        maxNumRetry: patience.errorRetries,
        retryDelayMs: patience.retryDelayMs,
        maxRetryDelayMs: patience.retryDelayMs * 8,
        backoff: "exponential",
        // By itself hls.js does not ask again after a broken connection (status 0).
        shouldRetry: (config, count, isTimeout, response) =>
          !!config && count < config.maxNumRetry && (!!isTimeout || mayChange(response?.code)),
      },
    },
  };
}
