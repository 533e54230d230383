/** A segment as bit rates are computed from it. */
export interface SizedSegment {
  readonly bytes: number;
  /** Seconds. */
  readonly duration: number;
}

/** Measured bits per second of a rendition. */
export interface Bandwidth {
  readonly peak: number;
  readonly average: number;
}

/**
 * `BANDWIDTH` and `AVERAGE-BANDWIDTH` of RFC 8216: the peak is the largest bit rate of any contiguous run
 * of segments that lasts between 0.5 and 1.5 target durations.
 */
export function measureBandwidth(segments: readonly SizedSegment[], targetDuration: number): Bandwidth {
  const average = rateOf(segments);
  let peak = 0;
  for (const start of segments.keys()) {
    for (let end = start + 1; end <= segments.length; end += 1) {
      const part = segments.slice(start, end);
      const seconds = part.reduce((sum, segment) => sum + segment.duration, 0);
      if (seconds > targetDuration * 1.5) break;
      if (seconds >= targetDuration * 0.5) peak = Math.max(peak, rateOf(part));
    }
  }
  return { peak: Math.max(peak, average), average };
}

function rateOf(segments: readonly SizedSegment[]): number {
  const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
  const seconds = segments.reduce((sum, segment) => sum + segment.duration, 0);
  return seconds > 0 ? Math.ceil((bytes * 8) / seconds) : 0;
}
