/** Which way the feed moves: `1` to the next episode, `-1` to the previous one. */
export type SwipeDirection = 1 | -1;

/** What a {@link Swipe} tells. Every `onStart` is followed by exactly one `onCommit` or `onCancel`. */
export interface SwipeOptions {
  /** A finger or wheel began to move the feed: a good moment to warm the neighbours. */
  readonly onStart: () => void;
  /** The viewer decided, at finger-up, before anything settles: play now. False when the feed stays where it is. */
  readonly onCommit: (direction: SwipeDirection, by: "swipe" | "wheel") => boolean;
  /** The finger was lifted without a decision; the feed returns by itself. */
  readonly onCancel: () => void;
  /** True where the page may scroll on with a wheel turned past the first or last episode. Default: never. */
  readonly handsWheelOver?: () => boolean;
}

/** Where the feed should stand. */
export interface SwipePosition {
  /** Slide there. A jump otherwise, and always when the viewer prefers reduced motion. */
  readonly animate: boolean;
}

/**
 * Moves the feed between episodes. The three slots stand one below the other in a track (their common
 * parent); where the track rests is CSS and a function of the state, so that nothing breaks while no
 * swipe is attached. A swipe never changes the episode: it asks through `onCommit`.
 */
export interface Swipe {
  /** Takes input on `feed`. Attaching again moves there. */
  attach(feed: HTMLElement, slots: readonly HTMLElement[]): void;
  /** Call in the same frame in which the new index is rendered. Interrupts a movement under way. */
  setPosition(index: number, count: number, position: SwipePosition): void;
  /** Gives all input back to the page. The position stays. */
  detach(): void;
}
