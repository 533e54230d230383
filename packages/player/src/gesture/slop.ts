/** Pixels before a touch is a drag and not a tap; the slop that phones use is 8–15. */
export const DRAG_SLOP = 8;
