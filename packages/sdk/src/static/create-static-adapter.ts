import type { Access, EntitlementAdapter, EpisodeRef } from "@micro-drama/protocol";
import { EntitlementError, refKey } from "@micro-drama/protocol";
import { type Media, toPlayback } from "../media.js";
import { isIn, type ReleaseWindow, readWindows } from "./release-windows.js";
import { createServerTime } from "./server-time.js";

/** What {@link createStaticAdapter} needs. */
export interface StaticAdapterOptions {
  /** Ids of free episodes, of any series or by series id. */
  readonly free?: readonly string[] | { readonly [series: string]: readonly string[] };
  /** Times in which episodes are free. */
  readonly windows?: readonly ReleaseWindow[];
  /**
   * Where the media of an episode is, by `series/episode` or by episode id, or a function that says or fetches it.
   * Asked for an open episode only.
   */
  readonly sources?:
    | { readonly [ref: string]: Media }
    | ((ref: EpisodeRef) => Media | undefined | Promise<Media | undefined>);
  /**
   * A file of the page's own server whose `Date` header is the clock of the windows, so that turning the device's clock
   * opens nothing. While it cannot be read, windows stay closed and free episodes play. Default: the device's clock.
   */
  readonly clockUrl?: string;
  /** Milliseconds since the epoch, in place of any clock. */
  readonly now?: () => number;
}

/** The id of the offer to wait for a window. */
const WAIT = "window";

/**
 * Free lists and episodes that come out in time, with no platform at all. It keeps order, it guards nothing: who reads
 * the page's code or turns the clock on can find what a function `sources` does not withhold itself.
 *
 * @example
 * const adapter = createStaticAdapter({
 *   free: ["e01", "e02"],
 *   windows: [{ episodes: ["e03"], from: "2027-01-10T18:00:00Z" }],
 *   sources: { e03: { type: "hls", url: "https://media.example.com/e03/main.m3u8" } },
 * });
 */
export function createStaticAdapter(options: StaticAdapterOptions): EntitlementAdapter {
  const { free = [], windows = [], sources = {} } = options;
  const opened = new Set<string>();
  let now: () => number | Promise<number> = options.now ?? Date.now;

  const isFree = ({ series, episode }: EpisodeRef) =>
    (isList(free) ? free : (free[series] ?? [])).includes(episode);
  const mediaOf = async (ref: EpisodeRef) => {
    const media =
      typeof sources === "function" ? await sources(ref) : (sources[refKey(ref)] ?? sources[ref.episode]);
    return media && toPlayback(media);
  };
  const hasWindow = (ref: EpisodeRef) => windows.some((window) => isIn(window, ref));
  const describe = async (ref: EpisodeRef): Promise<Access> => {
    if (isFree(ref)) return { ref, state: "granted", via: "free" };
    if (opened.has(refKey(ref))) return { ref, state: "granted", via: "host" };
    const release = readWindows(windows, ref, hasWindow(ref) ? await now() : 0);
    if (release.isOpen)
      return { ref, state: "granted", via: "free", ...(release.until && { until: release.until }) };
    const { opensAt } = release;
    return {
      ref,
      state: "locked",
      offers: opensAt ? [{ id: WAIT, kind: "wait", availableAt: opensAt }] : [],
    };
  };

  return {
    metadata: { name: "static", version: "1" },
    initialize(host) {
      const monotonicNow = () => globalThis.performance?.now() ?? host.now();
      const { clockUrl } = options;
      const time =
        clockUrl === undefined ? host : createServerTime(clockUrl, { fetch: host.fetch, monotonicNow });
      now = options.now ?? time.now;
    },
    async check(refs, { playbackFor }) {
      const items = refs.map(async (ref): Promise<Access> => {
        const item = await describe(ref).catch((error): Access => ({ ref, state: "error", error }));
        if (item.state !== "granted" || !playbackFor.includes(ref.episode)) return item;
        // What went wrong is told to who asks for the film itself; the other episodes have nothing to do with it.
        const playback = await mediaOf(ref).catch(() => undefined);
        return playback ? { ...item, playback } : item;
      });
      // Without its clock the page has the device's; nothing timed was granted by it.
      const time = await Promise.resolve(now()).catch(Date.now);
      return { items: await Promise.all(items), serverNow: new Date(time).toISOString() };
    },
    async unlock({ refs: [ref], offerId }) {
      if (ref === undefined || offerId !== WAIT) return { outcome: "declined", reason: "offer-gone" };
      const item = await describe(ref);
      if (item.state === "granted")
        return { outcome: "granted", items: [item], charged: null, already: true };
      const wait = item.state === "locked" ? item.offers[0] : undefined;
      const availableAt = wait?.kind === "wait" ? wait.availableAt : undefined;
      return { outcome: "declined", reason: "not-yet", ...(availableAt && { availableAt }) };
    },
    async playback(ref) {
      const playback = (await describe(ref)).state === "granted" ? await mediaOf(ref) : undefined;
      if (playback) return playback;
      throw new EntitlementError("not-found", `There is no source for ${refKey(ref)}.`);
    },
    hostGranted: (ref) => void opened.add(refKey(ref)),
  };
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}
