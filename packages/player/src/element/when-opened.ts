/** A server that is slow must not keep the player from being drawn. Milliseconds. */
const LATEST_MS = 150;

/** Calls back when the element knows its media, and a moment later whether it knows or not. */
export function whenOpened(video: HTMLVideoElement, callback: () => void): void {
  video.addEventListener("loadedmetadata", callback, { once: true });
  setTimeout(callback, LATEST_MS);
}
