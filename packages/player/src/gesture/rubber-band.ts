/** How stiff the band is: the share of the first pixel that is followed. */
const STIFFNESS = 0.55;

/**
 * Softens a drag past the first or last episode: follows at once, then less and less, never further
 * than `extent`. Pixels in, pixels out, the sign kept.
 */
export function rubberBand(distance: number, extent: number): number {
  if (extent <= 0) return 0;
  const pulled = Math.abs(distance) / extent;
  return Math.sign(distance) * extent * (1 - 1 / (pulled * STIFFNESS + 1));
}
