/** A frame this much later than the one at rest is another one. Seconds; shorter than any frame lasts. */
const SAME_FRAME = 0.001;

/**
 * Calls back once, with the time (`performance.now()`) at which a picture that rests has begun to move: when a
 * frame of a later media time is presented. What the compositor shows again of the resting frame does not count.
 *
 * @returns false where the browser cannot say which frames it presents
 */
export function onMovingFrame(
  video: HTMLVideoElement,
  signal: AbortSignal,
  callback: (at: number) => void,
): boolean {
  if (!("requestVideoFrameCallback" in video)) return false;
  // Encoders may begin a little after zero: then the frame at rest is later than the position says.
  const begin = video.buffered.length > 0 ? video.buffered.start(0) : 0;
  const rest = Math.max(video.currentTime, begin);
  const ask = (): void => {
    const handle = video.requestVideoFrameCallback((now, { mediaTime }) => {
      if (signal.aborted) return;
      if (mediaTime > rest + SAME_FRAME) callback(now);
      else ask();
    });
    signal.addEventListener("abort", () => video.cancelVideoFrameCallback(handle), { once: true });
  };
  ask();
  return true;
}
