import type { FetchedBytes } from "../media/bytes/byte-store.js";

/** Bytes that were asked for, and the address under which they were. */
export interface EarlyLoad {
  readonly address: string;
  readonly promise: Promise<FetchedBytes>;
}

/** The first film of a player, begun by the page's first script while the player's own code was still on its way. */
export interface EarlyFilm {
  readonly video: HTMLVideoElement;
  /** Absolute address of its first segment, by which the player knows the film again. */
  readonly url: string;
  readonly mediaSource: MediaSource;
  /** Settles when the source is open and the initialization has been handed to it. */
  readonly opened: Promise<SourceBuffer>;
  /** The initialization, the first segment and, where that one is short, the second. */
  readonly loads: readonly EarlyLoad[];
  /** Settles when the first segment is in the buffer. */
  readonly appended: Promise<void>;
  /** When its first frame was presented in the page, by `performance.now()`; absent until then. */
  readonly frameAt: () => number | undefined;
  /** Asks for nothing more. The element keeps what it has. */
  readonly end: () => void;
}

/** The property of a `<micro-drama>` that is not defined yet which holds its film. */
export const EARLY_FILM = Symbol.for("micro-drama.early-film");

/** An element that may have a film already. */
export type EarlyHost = HTMLElement & { [EARLY_FILM]?: EarlyFilm };

/** The film that was begun for this element, for the one who goes on with it. */
export function takeEarlyFilm(host: EarlyHost): EarlyFilm | undefined {
  const film = host[EARLY_FILM];
  delete host[EARLY_FILM];
  return film;
}
