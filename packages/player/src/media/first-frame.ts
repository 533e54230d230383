/** After data arrived, how long `requestVideoFrameCallback` may stay silent: engines skip it for unseen elements. */
const FRAME_CALLBACK_GRACE_MS = 300;

/** A frame this near to the wanted start is the wanted one. Seconds. */
const START_TOLERANCE_SECONDS = 1;

/** What {@link onFirstFrame} needs beside the element. */
export interface FirstFrameOptions {
  /** Seconds; frames of another place (before the seek to the start has ended) do not count. */
  readonly startAt: number;
  readonly signal: AbortSignal;
  /** The element has this very media already. Default: it is about to load it. */
  readonly isBegun?: boolean;
}

/**
 * Calls back once, when the first frame of the media that the element is about to load is on the screen, with the
 * frame's own media time (seconds) where the browser tells it.
 * Call it before the source is set. Exact with `requestVideoFrameCallback`; without it (or where it stays silent, as
 * for elements outside the viewport) two animation frames after the data came.
 */
export function onFirstFrame(
  video: HTMLVideoElement,
  options: FirstFrameOptions,
  callback: (mediaTime: number | undefined) => void,
): void {
  const ending = new AbortController();
  const { signal } = ending;
  options.signal.addEventListener("abort", () => ending.abort(), { once: true, signal });
  const finish = (mediaTime?: number): void => {
    if (signal.aborted) return;
    ending.abort();
    callback(mediaTime);
  };
  const isThere = (mediaTime: number): boolean =>
    !video.seeking || Math.abs(mediaTime - options.startAt) < START_TOLERANCE_SECONDS;

  // Not before the metadata: a callback that was asked for earlier may still get a frame of the former media.
  video.addEventListener("loadedmetadata", () => awaitPresentedFrame(video, { isThere, signal, finish }), {
    signal,
  });
  const onData = (): void => {
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || !isThere(video.currentTime)) return;
    const graceMs = "requestVideoFrameCallback" in video ? FRAME_CALLBACK_GRACE_MS : 0;
    const timer = setTimeout(
      () => requestAnimationFrame(() => requestAnimationFrame(() => finish())),
      graceMs,
    );
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  };
  for (const type of ["loadeddata", "seeked", "canplay"]) video.addEventListener(type, onData, { signal });
  if (!options.isBegun) return;
  if (video.readyState > 0) awaitPresentedFrame(video, { isThere, signal, finish });
  onData();
}

interface FrameWaiter {
  readonly isThere: (mediaTime: number) => boolean;
  readonly signal: AbortSignal;
  readonly finish: (mediaTime: number) => void;
}

function awaitPresentedFrame(video: HTMLVideoElement, waiter: FrameWaiter): void {
  if (!("requestVideoFrameCallback" in video)) return;
  const handle = video.requestVideoFrameCallback((_, { mediaTime }) => {
    if (waiter.signal.aborted) return;
    if (waiter.isThere(mediaTime)) waiter.finish(mediaTime);
    else awaitPresentedFrame(video, waiter);
  });
  waiter.signal.addEventListener("abort", () => video.cancelVideoFrameCallback(handle), { once: true });
}
