/**
 * What the player cannot do without, with the first versions that have it all:
 * Chrome and Edge 114, Firefox 125, Safari 17.0.
 */
const NEEDS: readonly (readonly [string, () => boolean])[] = [
  ["popovers", () => typeof HTMLElement.prototype.showPopover === "function"],
  // Every engine had constructable style sheets and `inert` before it had popovers.
  [
    "HLS playback",
    () =>
      "MediaSource" in globalThis ||
      "ManagedMediaSource" in globalThis ||
      document.createElement("video").canPlayType("application/vnd.apple.mpegurl") !== "",
  ],
];

/** Names what this browser lacks; empty where the player can work. */
export function selectMissingFeatures(): readonly string[] {
  return NEEDS.filter(([, isThere]) => !isThere()).map(([name]) => name);
}
