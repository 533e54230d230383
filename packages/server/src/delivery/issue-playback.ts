import type { Asset, ByteSource, CatalogueEpisode, Playback } from "@micro-drama/protocol";
import type { Keyring } from "../keys.js";
import type { ViewerKey } from "../store/store.js";
import type { Edge } from "./edge.js";

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
  /** Origin of the media, and what guards it there. */
  readonly origin: string;
  readonly edge: Edge;
  readonly now: number;
}

/**
 * The media of a granted episode under a fresh path token. Only grants may call this: nothing else in the server
 * turns an asset into a URL.
 *
 * @returns undefined when the catalogue names no asset
 */
export async function issuePlayback(keys: Keyring, ask: PlaybackFor): Promise<Playback | undefined> {
  const { asset } = ask.episode;
  if (!asset) return undefined;
  const expiresAt = Math.ceil((ask.now / 1000 + lifeOf(ask.episode)) / GRID_SECONDS) * GRID_SECONDS;
  const session = await sessionOf(keys, ask, expiresAt);
  return resolve(asset, await ask.edge(ask.origin, { asset: asset.id, session, expiresAt }), {
    session,
    expiresAt: new Date(expiresAt * 1000).toISOString(),
  });
}

/**
 * The most that can have been watched in a session: what has passed since its playback was made, and at most its
 * whole life. Undefined: this viewer was never given this session.
 */
export async function maxWatchedSeconds(
  keys: Keyring,
  session: string,
  ask: Omit<PlaybackFor, "origin" | "edge"> & { readonly expiresAt: number },
): Promise<number | undefined> {
  if (!Number.isSafeInteger(ask.expiresAt)) return undefined;
  // A film goes on while the keys are rotated.
  const names = await Promise.all(keys.ids.map((id) => sessionOf(keys, ask, ask.expiresAt, id)));
  if (!names.includes(session)) return undefined;
  const life = lifeOf(ask.episode) + GRID_SECONDS;
  const passed = Math.ceil(ask.now / 1000 - (ask.expiresAt - life));
  return Math.max(0, Math.min(life, passed));
}

function lifeOf({ duration = 0 }: CatalogueEpisode): number {
  return Math.max(MIN_SECONDS, Math.ceil(DURATIONS * duration));
}

/** The same viewer, episode and end give the same name; nobody else can compute it or read the viewer from it. */
async function sessionOf(
  keys: Keyring,
  { viewer, series, episode }: Pick<PlaybackFor, "viewer" | "series" | "episode">,
  expiresAt: number,
  id = keys.current,
) {
  return (await keys.sign("delivery", `session/${viewer}/${series}/${episode.id}/${expiresAt}`, id)).slice(
    0,
    16,
  );
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
