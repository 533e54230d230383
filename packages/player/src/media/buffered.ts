/** What an element has, as far as these need it. */
export type Buffered = Pick<HTMLMediaElement, "buffered" | "currentTime" | "duration">;

/** With less than this ahead the pictures stop. Seconds. */
const DRY_SECONDS = 0.5;

/** Seconds that may lack at the ends of a buffer: encoders round. */
const EDGE_SECONDS = 0.5;

/** Seconds that a neighbour leaves to the current episode before it loads. */
const SAFE_AHEAD_SECONDS = 2;

/** True when pictures stop soon, for want of data. */
export function isDry(media: Buffered): boolean {
  return secondsAhead(media) <= DRY_SECONDS;
}

/** True when there is enough ahead to share the network, or nothing more to load. */
export function isSafelyAhead(media: Buffered): boolean {
  const ahead = secondsAhead(media);
  return ahead >= SAFE_AHEAD_SECONDS || media.currentTime + ahead >= media.duration - EDGE_SECONDS;
}

/** True when everything from start to end is there: then nothing is needed to play it again. */
export function isWhole({ buffered, duration }: Buffered): boolean {
  return (
    buffered.length === 1 && buffered.start(0) < EDGE_SECONDS && buffered.end(0) > duration - EDGE_SECONDS
  );
}

/** Seconds that were seen, each counted once. */
export function secondsWatched({ played }: Pick<HTMLMediaElement, "played">): number {
  let seconds = 0;
  for (let i = 0; i < played.length; i++) seconds += played.end(i) - played.start(i);
  return seconds;
}

/** Seconds until the end of what is there without a gap; 0 when there is nothing at this place. */
export function secondsAhead({ buffered, currentTime }: Buffered): number {
  for (let i = 0; i < buffered.length; i++) {
    const end = buffered.end(i);
    if (buffered.start(i) <= currentTime + EDGE_SECONDS && end > currentTime) return end - currentTime;
  }
  return 0;
}
