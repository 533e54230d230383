import type Hls from "hls.js";
import type { LevelDetails } from "hls.js";
import { secondsAhead } from "../buffered.js";
import type { HlsClass } from "./load-hls.js";

/** So much earlier than its playlist says a segment may end. Seconds. */
const EARLY_SECONDS = 0.25;

/** Larger than an error of rounding. Seconds. */
const HAIR = 0.001;

/**
 * Sound often ends some hundredths before its segment does. hls.js learns that only of renditions that it has loaded:
 * at a change to another one it would load the segment at the buffer's end once more. Tells it where the next one begins.
 */
export function keepPlace(hls: Hls, { Events }: HlsClass): void {
  const keep = (details: LevelDetails | undefined): void => {
    if (hls.media && details) moveBoundary(details, hls.media.currentTime + secondsAhead(hls.media));
  };
  // Before the next segment is chosen; the second one where its playlist had to come first.
  hls.on(Events.LEVEL_SWITCHING, (_, { level }) => keep(hls.levels[level]?.details));
  hls.on(Events.LEVEL_UPDATED, (_, { details }) => keep(details));
}

/** The segment that ends just behind `end` ends there instead, and its successor begins there. */
export function moveBoundary({ fragments }: Pick<LevelDetails, "fragments">, end: number): void {
  const at = fragments.findIndex((one) => one.start < end - EARLY_SECONDS && one.end > end);
  const [last, next] = [fragments[at], fragments[at + 1]];
  if (!last || !next || last.end > end + EARLY_SECONDS) return;
  const boundary = end - HAIR;
  const nextEnd = next.end;
  last.setDuration(boundary - last.start);
  next.setStart(boundary);
  next.setDuration(nextEnd - boundary);
}
