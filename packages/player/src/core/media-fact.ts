import type { Caption, Playback, Source } from "@micro-drama/protocol";
import type { CaptionLine } from "./caption-line.js";

/** What one slot of the pool should hold. Two targets with the same `key` are the same media. */
export interface MediaTarget {
  /** `refKey` of the episode. */
  readonly key: string;
  readonly media: Source | Playback;
  readonly captions: readonly Caption[];
  /** Seconds to start from; 0 shows the exact first frame. */
  readonly startAt: number;
  /** Keeps signed addresses valid until the signal aborts. Absent for public media, whose addresses stay. */
  readonly access?: (signal: AbortSignal) => MediaAccess;
}

/** Where the media of one target is asked for. */
export interface MediaAccess {
  /** Newest address of the multivariant playlist or the file. */
  readonly url: string;
  /** True when a refused address can be renewed. */
  readonly isRenewable: boolean;
  /** Where a request for this address has to go now. */
  resolve(url: string): string;
  /** Renews the address; asked several times at once, it asks once. False when it could not be renewed. */
  renew(): Promise<boolean>;
  /** For moments in which timers may have slept: the page is visible again, the device woke up. Absent: not yet. */
  renewIfDue(): Promise<boolean> | undefined;
}

/** Codes of media failures, as shown to viewers and told to pages. */
export type MediaFailureCode =
  | "network"
  | "not-found"
  | "forbidden"
  | "decode"
  | "unsupported"
  | "engine-unavailable";

/** What came over the network, and which seconds of the media it holds. */
export interface LoadedBytes {
  readonly bytes: number;
  /** Both 0 for what belongs to no place, such as an init segment. Seconds. */
  readonly start: number;
  readonly end: number;
}

/** What an HLS stream brings itself beside the film. */
export interface StreamFact {
  readonly type: "stream";
  /** All that this media has: those of the manifest, and the stream's own in other languages. */
  readonly captions: readonly Caption[];
  /** The stream's own time of the film's first moment, in seconds; 0 until it is known. */
  readonly start: () => number;
}

/** Something that happened in one slot of the pool. `key` is that of the target it belongs to. */
export type MediaFact = {
  readonly slot: number;
  readonly key: string;
} /** Nothing of this target is on the screen, or not any more (a decoder began anew): the poster covers it. */ & (
  | { readonly type: "loading" }
  /** The first frame of this target is on the screen: the poster may fade. `at` by `performance.now()`. */
  | { readonly type: "first-frame"; readonly at: number }
  | { readonly type: "playing" }
  | { readonly type: "paused" }
  /** Wants to play but has no data; ends with `playing` or `failed`. */
  | { readonly type: "stalled" }
  | {
      readonly type: "time";
      readonly position: number;
      readonly duration: number;
      readonly bufferedEnd: number;
    }
  /** Media bytes came over the network, also those of a request that was given up. */
  | ({ readonly type: "bytes" } & LoadedBytes)
  /** The rendition on its way to the screen is another one. Bits per second, as its playlist says. */
  | { readonly type: "rendition"; readonly bitrate: number }
  | StreamFact
  /** Lines to show now; empty when there is nothing to show. */
  | { readonly type: "cue"; readonly lines: readonly CaptionLine[] }
  | { readonly type: "ended" }
  /** The browser refused to start without a touch. */
  | { readonly type: "needs-gesture" }
  /** The browser allows no sound without a touch: it goes on muted, until the viewer asks for sound again. */
  | { readonly type: "sound-refused" }
  | {
      readonly type: "failed";
      readonly code: MediaFailureCode;
      readonly message: string;
      readonly retryable: boolean;
    }
);
