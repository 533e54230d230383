/** A common phone, in CSS pixels, upright. */
export const VIEWPORT = { width: 390, height: 844 };

/**
 * Chromium's switches: no sandbox (root in a container), no GPU, and no calls home.
 * The autoplay policy stays as it is for everybody: sound needs a gesture.
 */
export const BLINK_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** Firefox's preferences: real touch events, and autoplay as it is for everybody (1: sound is blocked). */
export const GECKO_PREFERENCES = {
  "dom.w3c_touch_events.enabled": 1,
  "media.autoplay.default": 1,
  "media.autoplay.blocking_policy": 0,
};
