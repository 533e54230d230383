/** Names one episode. Manifest ids are unique only inside a series, so both parts always travel together. */
export interface EpisodeRef {
  readonly series: string;
  readonly episode: string;
}

/** One string for a ref, usable as a map key. Ids cannot contain `/`, so it is unambiguous. */
export function refKey(ref: EpisodeRef): string {
  return `${ref.series}/${ref.episode}`;
}

/** Tells whether two refs name the same episode. */
export function isSameRef(a: EpisodeRef, b: EpisodeRef): boolean {
  return a.series === b.series && a.episode === b.episode;
}
