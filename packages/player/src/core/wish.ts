import type { NavigationCause } from "./actions.js";

/**
 * What made somebody wait for pictures: a move of the feed, or
 * - `navigation`: the page was opened, and the player starts by itself
 * - `autoplay`: the player starts by itself later than the page, because it was added or scrolled to
 * - `tap`: the viewer started it
 * - `unlock`: the viewer opened a locked episode
 */
export type WishCause = NavigationCause | "navigation" | "autoplay" | "tap" | "unlock";

/** A wish for pictures; every new one is a new object. */
export interface Wish {
  readonly cause: WishCause;
  /** By `performance.now()`. */
  readonly at: number;
}

/** Somebody wishes for pictures now. */
export function wishBy(cause: WishCause): Wish {
  return { cause, at: performance.now() };
}
