/** WebKitGTK stands still, now and then for good, when `play()` comes in the middle of a seek; Safari could not be tried. */
export const isWebKit = (): boolean => navigator.vendor.startsWith("Apple");
