/** Seconds that the watched episode is ahead before another one may load. */
const SAFE_AHEAD = 2;

/** With less ahead, what has begun to load for later rests again. Seconds. */
const SCARCE_AHEAD = 1;

/** The network must be faster than the watched episode by this factor before it is shared. */
const SPARE_BANDWIDTH = 1.5;

/** From this share on an episode counts as mostly watched: its viewer stays for the next one. */
const MOSTLY_WATCHED = 0.6;

/** Seconds that may lack at the end of a buffer: encoders round. */
const EDGE = 0.5;

/** What is known when it is decided what may load for later. Seconds and bits per second. */
export interface PrefetchSituation {
  /** The watched episode has no picture yet, or none to go on with. */
  readonly isStarving: boolean;
  readonly position: number;
  /** 0 or NaN while unknown. */
  readonly duration: number;
  /** Of the watched episode, loaded and not yet seen. */
  readonly ahead: number;
  /** Absent before anything was measured. */
  readonly bandwidth?: number | undefined;
  /** Of the rendition that is watched. */
  readonly bitrate?: number | undefined;
  /** The neighbour loads already. */
  readonly hasBegun: boolean;
}

/** What may load beside the watched episode. */
export interface PrefetchPlan {
  /** Nothing new, the first frame, or some ten seconds. */
  readonly neighbour: "rest" | "warm" | "fill";
  /** The playlist and the init segment of the episode behind the neighbour. */
  readonly isLaterWanted: boolean;
}

/** Nothing new: the watched episode needs everything, or nobody watches. */
export const NO_PREFETCH: PrefetchPlan = Object.freeze({ neighbour: "rest", isLaterWanted: false });

/**
 * The watched episode always wins. When it is safely ahead on a network with something to spare, the neighbour gets
 * its first frame; when it is there to its end and mostly watched, the neighbour gets enough to go on through a
 * tunnel.
 */
export function planPrefetch(situation: PrefetchSituation): PrefetchPlan {
  const { position, duration, ahead } = situation;
  if (situation.isStarving) return NO_PREFETCH;
  if (duration > 0 && position + ahead >= duration - EDGE) {
    const isMostlyWatched = position >= duration * MOSTLY_WATCHED;
    return { neighbour: isMostlyWatched ? "fill" : "warm", isLaterWanted: true };
  }
  const isSafe = ahead >= SAFE_AHEAD && hasSpareBandwidth(situation);
  if (isSafe) return { neighbour: "warm", isLaterWanted: true };
  return situation.hasBegun && ahead >= SCARCE_AHEAD
    ? { neighbour: "warm", isLaterWanted: false }
    : NO_PREFETCH;
}

/** Before anything was measured, being ahead is the measure. */
function hasSpareBandwidth({ bandwidth, bitrate }: PrefetchSituation): boolean {
  return !bandwidth || !bitrate || bandwidth > bitrate * SPARE_BANDWIDTH;
}
