import type { StartTrack } from "@micro-drama/protocol";
import { EARLY_FILM, type EarlyHost } from "./early-film.js";

/** What the first frame of a page needs. */
export interface EarlyStart {
  readonly host: EarlyHost;
  readonly Source: typeof MediaSource;
  /** For `isTypeSupported` and `addSourceBuffer`. */
  readonly type: string;
  /** Absolute. */
  readonly init: string;
  readonly first: string;
  /** Only when the first is short. */
  readonly second: string | undefined;
}

/** A film whose first segment is no longer would wait for its second one where the player takes a second to come. */
const SHORT_SECONDS = 1.5;

/** Places at which a viewer may begin elsewhere than at the first episode. */
const OTHER_PLACE = /[?&](episode|t)=/;

/** iPhones have but the managed one, which is the better one where there are both. */
interface MediaSources {
  readonly ManagedMediaSource?: typeof MediaSource;
  readonly MediaSource?: typeof MediaSource | undefined;
}

/**
 * Finds the film that will play for certain as soon as the player is there: the first, free episode of a series that
 * stands in the page, in a player that starts by itself and is seen. Undefined in every other case, and where anything
 * is not as expected: the player reads the series with all care, and has words for what is wrong with it.
 */
export function findEarlyStart(): EarlyStart | undefined {
  try {
    const host = document.querySelector<EarlyHost>(
      "micro-drama[autoplay]:not(:defined, [episode], [storage])",
    );
    if (!host || host[EARLY_FILM] || OTHER_PLACE.test(location.search) || !isSeen(host)) return undefined;
    const script = host.querySelector('script[type="application/json"]');
    const [episode] = JSON.parse(script?.textContent ?? "").episodes;
    const { access, source } = episode;
    const [track, another] = source.start.tracks as readonly StartTrack[];
    if (access !== "free" || source.type !== "hls" || !track || another) return undefined;
    const { codecs, init, segments } = track;
    const [first, next] = segments;
    const { MediaSource: Plain, ManagedMediaSource: Source = Plain } = globalThis as MediaSources;
    const type = `video/mp4; codecs="${codecs}"`;
    if (!first || init.byteRange || first.byteRange || !Source?.isTypeSupported(type)) return undefined;
    const base = new URL(host.getAttribute("src") ?? "", host.baseURI);
    const second = next && !next.byteRange && first.duration < SHORT_SECONDS && resolve(next.url, base);
    return {
      ...{ host, Source, type, init: resolve(init.url, base), first: resolve(first.url, base) },
      second: second || undefined,
    };
  } catch {
    return undefined;
  }
}

/** As the player itself judges: it is the page, or half of it is on the screen. */
function isSeen(host: HTMLElement): boolean {
  if (document.visibilityState === "hidden") return false;
  const { top, height } = host.getBoundingClientRect();
  const middle = top + height / 2;
  return host.getAttribute("mode") === "page" || (middle > 0 && middle < innerHeight);
}

function resolve(address: string, base: URL): string {
  const url = new URL(address, base);
  if (!/^https?:$/.test(url.protocol)) throw new TypeError();
  return url.href;
}
