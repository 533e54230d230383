/** A server that is slow must not keep the player from being drawn. Milliseconds. */
const LATEST_MS = 150;

/** Calls back once, when the element knows its media, or a moment later without it. */
export function whenOpened(video: HTMLVideoElement, callback: () => void): void {
  const ending = new AbortController();
  const finish = (): void => {
    clearTimeout(timer);
    ending.abort();
    callback();
  };
  const timer = setTimeout(finish, LATEST_MS);
  video.addEventListener("loadedmetadata", finish, { signal: ending.signal });
}
