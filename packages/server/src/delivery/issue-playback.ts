import type { Asset, ByteSource, CatalogueEpisode, Playback } from "@micro-drama/protocol";
import type { Keyring } from "../keys.js";
import type { ViewerKey } from "../store/store.js";
import { signPathToken } from "./path-token.js";

const MIN_SECONDS = 600;
/** Pauses and a second look are allowed for. */
const DURATIONS = 4;
/** Ends fall on this grid, so that repeated checks give the same URL and the browser's cache stays warm. */
const GRID_SECONDS = 150;

/** Whom a playback is for, and from where it is served. */
export interface PlaybackFor {
  readonly viewer: ViewerKey;
  readonly series: string;
  readonly episode: CatalogueEpisode;
  /** Origin of the media. */
  readonly origin: string;
  readonly now: number;
}

/**
 * The media of a granted episode under a fresh path token. Only grants may call this: nothing else in the server
 * turns an asset into a URL.
 *
 * @returns undefined when the catalogue names no asset
 */
export async function issuePlayback(keys: Keyring, ask: PlaybackFor): Promise<Playback | undefined> {
  const { asset, duration = 0 } = ask.episode;
  if (!asset) return undefined;
  const seconds = Math.max(MIN_SECONDS, Math.ceil(DURATIONS * duration));
  const expiresAt = Math.ceil((ask.now / 1000 + seconds) / GRID_SECONDS) * GRID_SECONDS;
  const session = await sessionOf(keys, ask, expiresAt);
  const token = await signPathToken(keys, { asset: asset.id, session, expiresAt });
  return resolve(asset, `${ask.origin}/t/${token}/${asset.id}/`, {
    session,
    expiresAt: new Date(expiresAt * 1000).toISOString(),
  });
}

/** The same viewer, episode and end give the same name; nobody else can compute it or read the viewer from it. */
async function sessionOf(keys: Keyring, { viewer, series, episode }: PlaybackFor, expiresAt: number) {
  return (await keys.sign("delivery", `session/${viewer}/${series}/${episode.id}/${expiresAt}`)).slice(0, 16);
}

function resolve(
  { type, url, start, captions }: Asset,
  base: string,
  lease: Pick<Playback, "session" | "expiresAt">,
): Playback {
  const absolute = (relative: string) => new URL(relative, base).href;
  const bytes = <T extends ByteSource>(source: T): T => ({ ...source, url: absolute(source.url) });
  return {
    url: absolute(url),
    type,
    ...lease,
    ...(start
      ? {
          start: {
            ...start,
            tracks: start.tracks.map((track) => ({
              ...track,
              init: bytes(track.init),
              segments: track.segments.map(bytes),
            })),
          },
        }
      : {}),
    captions: captions.map((caption) => ({ ...caption, url: absolute(caption.url) })),
  };
}
