/**
 * What became of a wish to play: it plays; the browser wants a gesture first; or something else came between (a
 * pause, another source), which is not worth telling.
 */
export type PlayOutcome = "playing" | "refused" | "superseded";

/** Plays an element. Never rejects. */
export async function requestPlay(video: HTMLVideoElement): Promise<PlayOutcome> {
  try {
    await video.play();
    return "playing";
  } catch (error) {
    // `AbortError` follows a fast swipe, `NotSupportedError` is told by the engine as well.
    return error instanceof DOMException && error.name === "NotAllowedError" ? "refused" : "superseded";
  }
}
