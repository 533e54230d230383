import type { ByteSource, StartDescriptor, StartTrack } from "@micro-drama/protocol";
import type { EngineContext } from "../engines/engine.js";
import type { Demand } from "../slot.js";

/**
 * Segments that come before hls.js may: its 100 kB must not take the network from an episode that has one second to
 * live on.
 */
const SEGMENTS_BEFORE_HLS = 2;

/** Media that plays without hls.js; its buffer may still be empty. */
export interface StartedMedia {
  readonly mediaSource: MediaSource;
  readonly buffer: SourceBuffer;
  readonly start: StartDescriptor;
}

/** How much of what a `start` descriptor lists may load: everything (`load`, `fill`), the first segment, or nothing new. */
export type StartWish = Demand;

const { ManagedMediaSource, MediaSource: PlainMediaSource } = globalThis as {
  readonly ManagedMediaSource?: typeof MediaSource;
  readonly MediaSource?: typeof MediaSource;
};

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
  #started: StartedMedia | undefined;

  /** Begins with the first segment, whatever the wish. */
  constructor(options: StarterOptions) {
    this.#options = options;
    this.#wish = options.wish;
    this.lead = new Promise((resolve) => {
      this.#settleLead = resolve;
    });
    options.signal.addEventListener("abort", () => this.stop());
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
   * coming until `stop`; a first one that is not there yet is given up.
   */
  handOver(): StartedMedia | undefined {
    const started = this.#started;
    if (started?.mediaSource.readyState !== "open") return undefined;
    if (started.buffer.buffered.length === 0) this.stop();
    return started;
  }

  /** Ends all requests; nothing is appended any more. */
  stop(): void {
    this.#ending.abort();
    this.#onWish();
    this.#settleLead();
  }

  async #run(onFirst: () => void): Promise<void> {
    const { init, segments } = this.#options.track;
    try {
      // All three begin in this task, and end in any order.
      const opening = this.#open();
      const initData = this.#load(init);
      let next = this.#loadWished(segments[0], 0);
      for (const promise of [opening, initData, next]) promise.catch(() => undefined);
      const buffer = await opening;
      await this.#append(buffer, await initData);
      for (let data = await next, i = 1; data; data = await next, i++) {
        if (i === 1) onFirst();
        if (i >= SEGMENTS_BEFORE_HLS) this.#settleLead();
        // On its way while this one is appended.
        next = this.#loadWished(segments[i], i);
        next.catch(() => undefined);
        await this.#append(buffer, data);
      }
    } catch {
      // Not told: hls.js meets the same trouble, and has patience and words for it.
    }
    onFirst();
    this.#settleLead();
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
    this.#ending.signal.throwIfAborted();
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
  async #loadWished(segment: ByteSource | undefined, i: number): Promise<ArrayBuffer | undefined> {
    while (i > 0 && this.#wish !== "load") {
      await new Promise<void>((resolve) => {
        this.#onWish = resolve;
      });
      this.#ending.signal.throwIfAborted();
    }
    return segment && this.#load(segment);
  }

  async #load(source: ByteSource): Promise<ArrayBuffer> {
    const { access, bytes } = this.#options.context;
    const { signal } = this.#ending;
    for (let mayRenew = access.isRenewable; ; mayRenew = false) {
      const url = access.resolve(source.url);
      const priority = this.#wish === "load" ? "high" : "low";
      const { data, status } = await bytes.load({ ...source, url, priority, signal });
      if (status < 300) return data;
      if (status !== 403 || !mayRenew || !(await access.renew())) throw new Error(`status ${status}`);
    }
  }
}
