import type { MediaFact, MediaTarget } from "../core/media-fact.js";
import type { RenditionChoice } from "../core/renditions.js";

/** How much a slot may load: the current episode always wins over the neighbours. */
export type SlotRole = "current" | "warm" | "hold";

/**
 * Three `<video>` elements, created once and never recreated or moved in the DOM: on iOS the right to play
 * with sound belongs to an element, and removal pauses media. Episode `i` of a series lives in slot `i % 3`.
 * No method throws; what goes wrong is told as a fact.
 */
export interface SlotPool {
  /** Exactly three; the view puts them into the page once. */
  readonly videos: readonly [HTMLVideoElement, HTMLVideoElement, HTMLVideoElement];
  /**
   * Says what a slot holds and how much it may load. The same key keeps what is loaded (a changed role only
   * changes the priority); another key or `null` releases it without showing a stale frame.
   * `current` loads and may play, `warm` loads until its first frame is decoded and then rests, `hold` loads nothing new.
   * One slot is current and one warm: giving a role to another slot puts the former one on hold. A warm slot begins
   * when the current one is safely ahead (core/prefetch-plan.ts); its failures are not told, it is tried anew when it
   * becomes active.
   */
  assign(slot: number, target: MediaTarget | null, role: SlotRole): void;
  /** What may be wanted after the warm one, nearest first: of these only playlists and init segments are fetched. */
  foresee(targets: readonly MediaTarget[]): void;
  /** Makes this slot the only one that plays and sounds. All others are paused at once. The wish to play goes with it. */
  activate(slot: number): void;
  /**
   * Plays the active slot as soon as it can; the wish lasts until `pause`, a pause by the system, or `needs-gesture`.
   * `muted` play that is refused is told as `needs-gesture`; when only sound is refused it goes on muted and tells
   * `sound-refused`. A hidden page rests and goes on when it is seen again.
   */
  play(): void;
  pause(): void;
  /** Seconds; clamped to the media. */
  seek(position: number): void;
  setMuted(muted: boolean): void;
  setRate(rate: number): void;
  /** Renditions with more lines are not loaded from now on, where the engine has a choice; `Infinity` limits nothing. */
  setMostLines(lines: number): void;
  /** Of the media that was loaded last; empty for single files and where the browser chooses by itself. */
  readonly renditions: readonly RenditionChoice[];
  /** `null` switches captions off. A BCP 47 tag picks the nearest track. */
  setCaptionLanguage(lang: string | null): void;
  /** Call inside a gesture of the viewer: lets all three elements play with sound from now on (iOS). */
  blessSound(): void;
  /** Loads the target of the active slot again, from where it is: after a failure, or because it stands still. */
  retry(): void;
  subscribe(listener: (fact: MediaFact) => void): () => void;
  /** Releases media and engines; the elements stay usable after a new `assign`. */
  release(): void;
}
