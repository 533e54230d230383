/** Takes all media off an element and leaves it usable; forgets blob URLs, which would keep their media alive. */
export function clearVideo(video: HTMLVideoElement): void {
  const sources = [...video.querySelectorAll("source")];
  for (const url of [video.src, ...sources.map(({ src }) => src)]) {
    if (url.startsWith("blob:")) URL.revokeObjectURL(url);
  }
  for (const source of sources) source.remove();
  if (!video.hasAttribute("src") && sources.length === 0 && video.readyState === 0) return;
  video.removeAttribute("src");
  // Without it the last picture and its decoder stay.
  video.load();
}
