import type { ByteSource, StartDescriptor, StartTrack } from "@micro-drama/protocol";
import type { LoadedBytes } from "../../core/media-fact.js";
import type { EarlyFilm, EarlyLoad } from "../../early/early-film.js";
import { type ByteEntry, keyOf } from "../bytes/byte-store.js";
import type { EngineContext } from "../engines/engine.js";
import type { Demand } from "../slot.js";

/**
 * Segments that come before hls.js may: its 100 kB must not take the network from an episode that has one second to
 * live on.
 */
const SEGMENTS_BEFORE_HLS = 2;

/** On a network that is so many times faster than the media, hls.js comes late enough for those who leave early. */
export const FAST = 3;

/** Seconds ahead that are enough there: whoever leaves wastes them. */
const ENOUGH_SECONDS = 1.5;

/** Media that plays without hls.js; its buffer may still be empty. */
export interface StartedMedia {
  readonly mediaSource: MediaSource;
  readonly buffer: SourceBuffer;
  readonly start: StartDescriptor;
}

/** How much of what a `start` descriptor lists may load: as far ahead as is wise (`load`), everything (`fill`), the first segment, or nothing new. */
export type StartWish = Demand;

const { ManagedMediaSource, MediaSource: PlainMediaSource } = globalThis as {
  readonly ManagedMediaSource?: typeof MediaSource;
  readonly MediaSource?: typeof MediaSource;
};

/** The beginning of a film. */
interface Begun {
  readonly buffer: SourceBuffer;
  /** The first segment, once it is in the buffer. */
  readonly isAppended: Promise<void> | undefined;
}

interface StarterOptions {
  readonly context: EngineContext;
  readonly start: StartDescriptor;
  readonly track: StartTrack;
  readonly Source: typeof MediaSource;
  readonly type: string;
  readonly wish: StartWish;
  readonly signal: AbortSignal;
}

/**
 * Begins the media of a target with its first bytes: opens a (Managed)MediaSource, asks for the init and the first
 * segment in the same task, and goes on through the listed segments. Undefined where the target has no fit `start` or
 * does not begin at 0; then nothing was done to the element. Ends with the signal.
 */
export function createStarter(
  context: EngineContext,
  options: { readonly wish: StartWish; readonly signal: AbortSignal },
): Starter | undefined {
  const { start } = context.target.media;
  const [track, another] = start?.tracks ?? [];
  // Sound and picture apart are too rare to be paid for in every first script.
  if (!start || !track?.segments.length || another || context.startAt > 0) return undefined;
  const Source = ManagedMediaSource ?? PlainMediaSource;
  const type = `video/mp4; codecs="${track.codecs}"`;
  return Source?.isTypeSupported(type)
    ? new Starter({ context, start, track, Source, type, ...options })
    : undefined;
}

/** Plays the segments that a `start` descriptor lists, before anything is known of playlists. */
export class Starter {
  /** Settles when it is time for hls.js: a watched episode has a lead, or the starter can do no more. */
  readonly lead: Promise<void>;
  readonly #options: StarterOptions;
  readonly #ending = new AbortController();
  #settleLead = (): void => {};
  #onWish = (): void => {};
  #wish: StartWish;
  #hasLeft = false;
  #started: StartedMedia | undefined;

  /** Begins with the first segment, whatever the wish. */
  constructor(options: StarterOptions) {
    this.#options = options;
    this.#wish = options.wish;
    this.lead = new Promise((resolve) => {
      this.#settleLead = resolve;
    });
    options.signal.addEventListener("abort", () => this.#stop());
    const { signal } = this.#ending;
    for (const type of ["canplay", "timeupdate"])
      options.context.video.addEventListener(type, () => this.#onWish(), { signal });
    // A server that says nothing is left to hls.js, which knows how often to ask again.
    const timer = setTimeout(this.#settleLead, options.context.patience.firstByteMs);
    void this.#run(() => clearTimeout(timer));
  }

  pursue(wish: StartWish): void {
    this.#wish = wish;
    this.#onWish();
  }

  /**
   * What was begun, for somebody who goes on with it; undefined when this browser could not. Listed segments go on
   * coming until `leave`; a first one that is not there yet is given up.
   */
  handOver(): StartedMedia | undefined {
    const started = this.#started;
    if (started?.mediaSource.readyState !== "open") return undefined;
    if (started.buffer.buffered.length === 0) this.#stop();
    return started;
  }

  /** Appends no more, since hls.js does. It joins the request that is on its way, if that does not take too long. */
  leave(): void {
    this.#hasLeft = true;
    this.#onWish();
    setTimeout(() => this.#stop(), this.#options.context.patience.firstByteMs);
  }

  #stop(): void {
    this.#hasLeft = true;
    this.#ending.abort();
    this.#onWish();
    this.#settleLead();
  }

  async #run(onFirst: () => void): Promise<void> {
    const { context, track } = this.#options;
    const { segments } = track;
    try {
      const { buffer, isAppended } = await (context.early ? this.#join(context.early) : this.#begin());
      onFirst();
      let appending = isAppended;
      for (let i = 1; ; i++) {
        if (i >= SEGMENTS_BEFORE_HLS) this.#settleLead();
        // On its way while the one before is appended.
        const next = this.#loadWished(segments, i);
        next.catch(() => undefined);
        await appending;
        const data = await next;
        if (!data) break;
        appending = this.#append(buffer, data);
      }
    } catch {
      // Not told: hls.js meets the same trouble, and has patience and words for it.
    }
    onFirst();
    this.#settleLead();
  }

  /** With the first segment there. */
  async #begin(): Promise<Begun> {
    const { init, segments } = this.#options.track;
    // All three begin in this task, and end in any order.
    const opening = this.#open();
    const initData = this.#load(init);
    const first = segments[0] && this.#load(segments[0], placeOf(segments, 0));
    for (const promise of [opening, initData, first]) promise?.catch(() => undefined);
    const buffer = await opening;
    await this.#append(buffer, await initData);
    this.#tellRendition();
    const data = await first;
    return { buffer, isAppended: data && this.#append(buffer, data) };
  }

  /** Goes on with what the page's first script has begun. */
  async #join({ mediaSource, opened, loads, appended, end }: EarlyFilm): Promise<Begun> {
    const { start, track } = this.#options;
    this.#ending.signal.addEventListener("abort", end);
    const buffer = await opened;
    this.#started = { mediaSource, buffer, start };
    this.#tellRendition();
    loads.forEach((load, i) => {
      this.#keep(load, i === 0 ? NOWHERE : placeOf(track.segments, i - 1));
    });
    await loads[1]?.promise;
    return { buffer, isAppended: appended };
  }

  /** As if it had been asked for here. */
  #keep({ address, promise }: EarlyLoad, place: Omit<LoadedBytes, "bytes">): void {
    const { bytes, report } = this.#options.context;
    const entry: ByteEntry = { promise };
    bytes.entries.set(address, entry);
    promise.then(
      (loaded) => {
        entry.loaded = loaded;
        report({ type: "bytes", bytes: loaded.data.byteLength, ...place });
      },
      () => bytes.entries.delete(address),
    );
  }

  #tellRendition(): void {
    const { context, start } = this.#options;
    context.report({ type: "rendition", bitrate: start.bandwidth });
  }

  async #open(): Promise<SourceBuffer> {
    const { context, start, Source, type } = this.#options;
    const mediaSource = new Source();
    const opened = new Promise((resolve) => {
      mediaSource.addEventListener("sourceopen", resolve, { once: true });
    });
    context.video.src = URL.createObjectURL(mediaSource);
    await opened;
    const buffer = mediaSource.addSourceBuffer(type);
    this.#started = { mediaSource, buffer, start };
    return buffer;
  }

  async #append(buffer: SourceBuffer, data: ArrayBuffer): Promise<void> {
    if (this.#hasLeft) throw new Error("left");
    try {
      await new Promise((resolve, reject) => {
        buffer.addEventListener("error", reject, { once: true });
        buffer.addEventListener("updateend", resolve, { once: true });
        buffer.appendBuffer(data);
      });
    } catch (error) {
      // A source that has refused data is closed for good.
      this.#started = undefined;
      throw error;
    }
  }

  /** Waits for the wish. Behind the last segment there is nothing, but that too only when it is watched. */
  async #loadWished(segments: StartTrack["segments"], i: number): Promise<ArrayBuffer | undefined> {
    const place = placeOf(segments, i);
    while (!this.#hasLeft && !this.#isWished(place.start)) {
      await new Promise<void>((resolve) => {
        this.#onWish = resolve;
      });
    }
    const segment = segments[i];
    return this.#hasLeft || !segment ? undefined : this.#load(segment, place);
  }

  #isWished(from: number): boolean {
    const { context, start } = this.#options;
    const { video, memory } = context;
    const isFast = (memory.bandwidth ?? 0) >= start.bandwidth * FAST;
    // Somebody who flicks is gone before it could play.
    const isEnough =
      isFast &&
      (video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA || from - video.currentTime >= ENOUGH_SECONDS);
    return this.#wish === "fill" || (this.#wish === "load" && !isEnough);
  }

  async #load(source: ByteSource, place = NOWHERE): Promise<ArrayBuffer> {
    const { access, bytes, memory, report } = this.#options.context;
    const { signal } = this.#ending;
    for (let mayRenew = access.isRenewable; ; mayRenew = false) {
      const request = { ...source, url: access.resolve(source.url) };
      const isKnown = bytes.entries.has(keyOf(request));
      const priority = this.#wish === "warm" ? "low" : "high";
      const { data, status, timing } = await bytes.load({ ...request, priority, signal });
      if (!isKnown) report({ type: "bytes", bytes: data.byteLength, ...place });
      // The very first bytes may have come before the script that asks for them.
      if (place.start > 0)
        memory.bandwidth ??= (data.byteLength * 8000) / (timing.endAt - timing.requestedAt);
      if (status < 300) return data;
      if (status !== 403 || !mayRenew || !(await access.renew())) throw new Error(`status ${status}`);
    }
  }
}

const NOWHERE: Omit<LoadedBytes, "bytes"> = { start: 0, end: 0 };

/** The seconds that a segment holds. */
function placeOf(segments: StartTrack["segments"], i: number): Omit<LoadedBytes, "bytes"> {
  const end = segments.slice(0, i + 1).reduce((sum, { duration }) => sum + duration, 0);
  return { start: end - (segments[i]?.duration ?? 0), end };
}
