import type { Iso } from "./json.js";

/**
 * A series as its public manifest describes it. Parsed by `parseSeries`, frozen, all URLs absolute.
 * The manifest is public: it never carries the media of a locked episode.
 */
export interface Series {
  /** Stable id, 1–64 characters of `A–Z a–z 0–9 . _ -`. */
  readonly id: string;
  readonly title: string;
  readonly synopsis?: string;
  /** BCP 47 tag of the titles. Default `en`. */
  readonly lang: string;
  /** Absolute URL of the poster of the series. */
  readonly poster?: string;
  /** At least one, in playing order. */
  readonly episodes: readonly Episode[];
  /** The series to offer after the last episode. */
  readonly next?: NextSeries;
  /** What a reader of the manifest should know but that did not stop it, e.g. a locked episode with a source. */
  readonly warnings: readonly SeriesWarning[];
}

/** The series that follows: its manifest and what an end card shows of it. */
export interface NextSeries {
  /** Absolute URL of the manifest. */
  readonly url: string;
  readonly title: string;
  readonly poster?: string;
}

/** A fault in a manifest that was mended while it was read. */
export interface SeriesWarning {
  readonly code: "unsafe-catalogue" | "bad-url" | "bad-start";
  /** JSON path, as in `$.episodes[6].source`. */
  readonly path: string;
  readonly message: string;
}

/** `free` plays for everybody, `locked` asks the platform, `unpublished` is only announced. */
export type EpisodeAccess = "free" | "locked" | "unpublished";

/** One episode of a series. `source` exists for free episodes only. */
export interface Episode {
  /** Unique inside its series; same alphabet as a series id. */
  readonly id: string;
  /** 1-based number as shown to viewers. */
  readonly number: number;
  readonly title: string;
  readonly synopsis?: string;
  /** Seconds. Unknown when absent. */
  readonly duration?: number;
  /** Absolute URL: the exact first frame of a free episode, a chosen cover of a locked one. */
  readonly poster?: string;
  readonly access: EpisodeAccess;
  /** When an unpublished episode comes out. */
  readonly publishAt?: Iso;
  readonly source?: Source;
  /** Absolute URL of a short film file that may be seen before a locked episode is opened. Not a part of the episode. */
  readonly teaser?: string;
  readonly captions: readonly Caption[];
}

/** Where media lies. `type` decides the engine. */
export interface Source {
  readonly type: "hls" | "mp4";
  /** Absolute URL of the multivariant playlist or of the file. */
  readonly url: string;
  readonly start?: StartDescriptor;
}

/** What a player needs to show the first frame without reading a playlist. Lists at least 4 s of media. */
export interface StartDescriptor {
  /** Bits per second of the rendition that the listed segments belong to. */
  readonly bandwidth: number;
  /** One entry for muxed sound and picture, two when they are apart. */
  readonly tracks: readonly StartTrack[];
}

/** One SourceBuffer's worth of a {@link StartDescriptor}. */
export interface StartTrack {
  /** RFC 6381 codecs, e.g. `avc1.4d401f,mp4a.40.2`. */
  readonly codecs: string;
  readonly init: ByteSource;
  readonly segments: readonly StartSegment[];
}

/** A whole file, or `length` bytes of it from `offset`. */
export interface ByteSource {
  readonly url: string;
  readonly byteRange?: { readonly offset: number; readonly length: number };
}

/** A media segment; `duration` in seconds. */
export interface StartSegment extends ByteSource {
  readonly duration: number;
}

/** A side-loaded WebVTT track. */
export interface Caption {
  /** BCP 47 tag. */
  readonly lang: string;
  /** Shown to viewers, in its own language. */
  readonly label: string;
  /** Absolute URL of a WebVTT file. */
  readonly url: string;
}
