/** One element of the pool. It starts muted: nothing else may start without a gesture. */
export function createVideo(): HTMLVideoElement {
  const video = document.createElement("video");
  video.playsInline = true;
  video.muted = true;
  video.defaultMuted = true;
  video.preload = "auto";
  video.crossOrigin = "anonymous";
  // WebKit opens a ManagedMediaSource only on elements that are never cast to another device.
  if ("ManagedMediaSource" in globalThis) video.disableRemotePlayback = true;
  return video;
}
