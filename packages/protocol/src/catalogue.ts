import type { Iso } from "./json.js";
import type { Caption, EpisodeAccess, StartDescriptor } from "./series.js";

/**
 * The platform's own description of a series (`platform.json`), written by the packager beside the public
 * manifest and read by a server. Never published: it names the assets of locked episodes.
 */
export interface Catalogue {
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** Who earns with it (attribution). Default `unknown`. */
  readonly rightsHolder: string;
  readonly episodes: readonly CatalogueEpisode[];
}

/** One episode as the platform knows it. */
export interface CatalogueEpisode {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly access: EpisodeAccess;
  /** Seconds. */
  readonly duration?: number;
  readonly publishAt?: Iso;
  /** Locked episodes only. */
  readonly asset?: Asset;
}

/** The protected media of one locked episode. URLs are relative to the folder `protected/<id>/`. */
export interface Asset {
  /** 32 hexadecimal digits, random, unrelated to the episode's number. */
  readonly id: string;
  readonly type: "hls" | "mp4";
  readonly url: string;
  readonly start?: StartDescriptor;
  readonly captions: readonly Caption[];
}
