import type { MediaAccess, MediaTarget } from "../../core/media-fact.js";
import type { MediaFailure } from "../../core/playback-machine.js";
import type { RenditionChoice } from "../../core/renditions.js";
import type { EarlyFilm } from "../../early/early-film.js";
import type { ByteStore } from "../bytes/byte-store.js";
import type { Patience } from "../patience.js";
import type { SlotFact } from "../slot.js";

/** What an engine tells the slot that it works for. */
export type EngineFact =
  /** What was on the element is gone and comes again: its picture must not be shown until its next first frame. */
  | { readonly type: "reset" }
  | Extract<SlotFact, { type: "bytes" | "rendition" | "stream" }>
  /** The engine has given up; it does nothing more until it is released. */
  | { readonly type: "failed"; readonly failure: MediaFailure };

/** What engines remember from one target to the next. Shared by all engines of a pool. */
export interface EngineMemory {
  /** Bits per second, as measured by the last media that was loaded. */
  bandwidth?: number;
  /** Bits per second of the rendition that is watched. */
  bitrate?: number;
  /** Renditions with more lines are not wanted. */
  mostLines?: number;
  /** Of the media that was loaded last. */
  renditions?: readonly RenditionChoice[];
  /** Media time of the earliest first frame that was seen; media of one maker begins at the same. Seconds. */
  firstFrame?: number;
}

/** What an engine is given. It owns the element's source until `release`; the slot clears the element. */
export interface EngineContext {
  readonly video: HTMLVideoElement;
  readonly target: MediaTarget;
  readonly access: MediaAccess;
  /** Seconds. */
  readonly startAt: number;
  readonly memory: EngineMemory;
  /** Small bytes that this engine or another one has fetched. Shared by all engines of a pool. */
  readonly bytes: ByteStore;
  readonly patience: Patience;
  readonly report: (fact: EngineFact) => void;
  /** The first bytes of this media are on the element, or on their way to it. */
  readonly early?: EarlyFilm | undefined;
}

/**
 * Brings the media of one target to one element. Made anew for every target. Loads nothing before `load` or `warm`
 * is called; no method throws or rejects.
 */
export interface Engine {
  /** Loads as the network allows: this media is watched. */
  load(): void;
  /** Loads until a first frame can be shown, and little more. */
  warm(): void;
  /** Loads some ten seconds: this media is watched next, perhaps in a tunnel. */
  fill(): void;
  /** Loads nothing new; what is there stays and `load` goes on from it. */
  rest(): void;
  /**
   * Gives up everything but the picture and the buffer on the element: for media that was left but may be returned
   * to. Answers false when that is not possible; then the caller releases.
   */
  park(): boolean;
  /** Ends all of the engine's work. Its media stays on the element until the slot clears it. */
  release(): void;
}

/** Makes the engine of one target. */
export type CreateEngine = (context: EngineContext) => Engine;
