import type Hls from "hls.js";
import type { AttachMediaSourceData, ErrorData } from "hls.js";
import type { MediaFailureCode } from "../../core/media-fact.js";
import { capLevel, listRenditions } from "../../core/renditions.js";
import { isOnline, wait, waitOnline } from "../abortable.js";
import { isDry, isWhole, secondsWatched } from "../buffered.js";
import type { Engine, EngineContext } from "../engines/engine.js";
import type { FetchedText } from "../fetch-text.js";
import { codeOfStatus, createFailure } from "../media-failure.js";
import type { Starter } from "../starter/starter.js";
import { whenIdle } from "../when-idle.js";
import { adoptMedia } from "./adopt-media.js";
import type { BufferGoal } from "./hls-config.js";
import { bufferLimits, createHlsConfig } from "./hls-config.js";
import { judgeHlsError } from "./judge-hls-error.js";
import { keepPlace } from "./keep-place.js";
import type { HlsClass } from "./load-hls.js";
import { createPlayerLoader } from "./player-loader.js";
import type { StreamClock } from "./prepare-stream.js";
import { StillWatch } from "./still-watch.js";

export { fetchPlaylist } from "./fetch-playlist.js";
export { needsFullBuild } from "./needs-full-build.js";
export { prepareStream } from "./prepare-stream.js";
export { untilNeeded, untilWatched } from "./until-needed.js";

/** A decoder that fails again so soon will not be helped by another restart. */
const RECOVERY_PAUSE_MS = 5000;

/** Between the attempts that a full buffer allows. */
const SECOND_PATIENCE_MS = 2000;

/** What a session is made from. */
export interface HlsSessionOptions {
  readonly context: EngineContext;
  readonly Hls: HlsClass;
  readonly playlist: FetchedText;
  readonly clock: StreamClock;
  /** Aborts when the engine is released. */
  readonly signal: AbortSignal;
}

/** The work of an HLS engine with hls.js at hand: one instance at a time, or none while its media is parked. */
export class HlsSession implements Engine {
  readonly #options: HlsSessionOptions;
  readonly #context: EngineContext;
  #goal: BufferGoal = "warm";
  #isResting = false;
  #hls: Hls | undefined;
  /** Media that is on the element without an hls.js instance. */
  #parked: AttachMediaSourceData | undefined;
  #recoveredAt = Number.NEGATIVE_INFINITY;
  readonly #stillWatch: StillWatch;

  constructor(options: HlsSessionOptions) {
    this.#options = options;
    this.#context = options.context;
    this.#stillWatch = new StillWatch({
      ...{ video: options.context.video, signal: options.signal },
      beginAnew: () => this.#beginAnew(),
      giveUp: () => this.#fail("decode", "no picture"),
    });
  }

  /** Puts the media on the element, or goes on with what a starter has put there. */
  begin(starter?: Starter): void {
    const { Hls, signal } = this.#options;
    const { video, startAt, report } = this.#context;
    if (!Hls.isSupported()) {
      this.#fail("unsupported", "no MediaSource");
      return;
    }
    video.addEventListener("loadeddata", () => this.#goal === "warm" && this.rest(), { signal });
    video.addEventListener("timeupdate", () => this.#hls && this.#limitBuffer(this.#hls), { signal });
    // Data that was appended long ago can fail to decode without hls.js noticing.
    video.addEventListener("error", () => this.#recoverMedia(), { signal });
    const started = starter?.handOver();
    if (starter && started) {
      const hls = this.#createHls(startAt);
      const { access, bytes } = this.#context;
      adoptMedia(hls, started, {
        ...{ Hls, video, onAdopted: () => starter.leave() },
        isKnown: (url) => bytes.entries.has(access.resolve(url)),
      });
      return;
    }
    if (starter) report({ type: "reset" });
    this.#createHls(video.currentTime || startAt).attachMedia(video);
  }

  load(): void {
    this.#isResting = false;
    this.#pursue("watched");
  }

  fill(): void {
    this.#isResting = false;
    this.#pursue("likely");
  }

  warm(): void {
    this.#isResting = this.#goal === "warm" && this.#context.video.readyState >= 2;
    this.#pursue("warm");
  }

  rest(): void {
    this.#isResting = true;
    this.#hls?.pauseBuffering();
  }

  park(): boolean {
    const hls = this.#hls;
    if (!hls) return this.#parked !== undefined;
    const media = hls.media ? hls.transferMedia() : null;
    this.#retire(hls);
    const isUsable = media?.mediaSource && Object.keys(media.tracks ?? {}).length > 0;
    if (isUsable) this.#parked = media;
    return this.#parked !== undefined;
  }

  release(): void {
    const hls = this.#hls;
    this.#parked = undefined;
    if (!hls) return;
    // Destroying would take the media off the element now; transferring leaves that for later.
    hls.transferMedia();
    this.#retire(hls);
  }

  #pursue(goal: BufferGoal): void {
    this.#goal = goal;
    if (this.#parked) this.#resume(this.#parked);
    else this.#applyGoal();
  }

  #applyGoal(): void {
    const hls = this.#hls;
    if (!hls) return;
    this.#limitBuffer(hls);
    if (this.#isResting) hls.pauseBuffering();
    else hls.resumeBuffering();
  }

  /** The goal grows while the episode is watched. */
  #limitBuffer(hls: Hls): void {
    const limits = bufferLimits(this.#goal, {
      watched: secondsWatched(this.#context.video),
      bandwidth: hls.bandwidthEstimate,
      bitrate: hls.levels[hls.loadLevel]?.bitrate,
    });
    Object.assign(hls.config, limits);
    this.#limitLines(hls);
  }

  /** hls.js' own limit by the size of the player would undo ours: it rests while there is one. */
  #limitLines(hls: Hls): void {
    const cap = capLevel(hls.levels, this.#context.memory.mostLines ?? Infinity);
    if (cap < 0 && hls.capLevelToPlayerSize) return;
    hls.capLevelToPlayerSize = cap < 0;
    if (hls.autoLevelCapping !== cap) hls.autoLevelCapping = cap;
  }

  #createHls(startAt: number): Hls {
    this.#stillWatch.begin();
    const { Hls, playlist } = this.#options;
    const { access, bytes, memory, patience } = this.#context;
    const loader = createPlayerLoader(Hls.DefaultConfig.loader, {
      ...{ access, bytes, playlist },
      onBytes: (loaded) => this.#context.report({ type: "bytes", ...loaded }),
    });
    const hls = new Hls(createHlsConfig({ startAt, goal: this.#goal, memory, patience, loader }));
    keepPlace(hls, Hls);
    hls.on(Hls.Events.ERROR, (_, data) => this.#onError(data));
    hls.on(Hls.Events.LEVEL_SWITCHED, (_, { level }) => {
      const bitrate = hls.levels[level]?.bitrate;
      if (bitrate) this.#context.report({ type: "rendition", bitrate });
    });
    hls.on(Hls.Events.INIT_PTS_FOUND, (_, { initPTS, timescale }) => {
      this.#options.clock.start = initPTS / timescale;
    });
    hls.on(Hls.Events.MANIFEST_PARSED, () => {
      memory.renditions = listRenditions(hls.levels);
      this.#limitLines(hls);
    });
    hls.on(Hls.Events.FRAG_BUFFERED, () => {
      memory.bandwidth = hls.bandwidthEstimate;
      const bitrate = hls.levels[hls.currentLevel]?.bitrate;
      if (bitrate && this.#goal === "watched") memory.bitrate = bitrate;
      this.#stillWatch.expectPicture();
    });
    this.#hls = hls;
    hls.loadSource(access.url);
    this.#applyGoal();
    return hls;
  }

  /** A new instance takes over what is on the element: nothing is reset, nothing flashes. */
  #resume(parked: AttachMediaSourceData): void {
    const { video } = this.#context;
    if (isWhole(video)) return;
    this.#parked = undefined;
    this.#createHls(video.currentTime).attachMedia(parked);
  }

  /** Later, because destroying takes milliseconds that a swipe does not have. */
  #retire(hls: Hls): void {
    this.#hls = undefined;
    this.#stillWatch.end();
    hls.stopLoad();
    whenIdle(() => hls.destroy());
  }

  #onError(data: ErrorData): void {
    const verdict = judgeHlsError(data);
    if (verdict === "ignore") return;
    if (verdict === "recover") this.#recoverMedia(data.error.message);
    else if (verdict !== "network") this.#failWhenDry(verdict, data.details);
    else if (isOnline() && isDry(this.#context.video)) {
      this.#fail(codeOfStatus(data.response?.code), data.details);
    } else void this.#tryAgainLater();
  }

  /** hls.js has given up, but there is no network to try, or enough media to try again before anybody notices. */
  async #tryAgainLater(): Promise<void> {
    const { signal } = this.#options;
    try {
      if (isOnline()) await wait(SECOND_PATIENCE_MS, signal);
      await waitOnline(signal);
      this.#hls?.startLoad();
    } catch {
      // Released while it waited.
    }
  }

  /** What is buffered may finish: a failure is told when it stops the pictures. */
  #failWhenDry(code: MediaFailureCode, detail: string): void {
    const { video } = this.#context;
    const fail = (): void => this.#fail(code, detail);
    this.#hls?.stopLoad();
    if (isDry(video)) fail();
    else video.addEventListener("waiting", fail, { once: true, signal: this.#options.signal });
  }

  #beginAnew(): void {
    const { video } = this.#context;
    const position = video.currentTime;
    this.#context.report({ type: "reset" });
    this.#hls?.destroy();
    this.#createHls(position).attachMedia(video);
  }

  #recoverMedia(detail = this.#context.video.error?.message): void {
    const now = performance.now();
    const hls = this.#hls;
    if (!hls || now - this.#recoveredAt < RECOVERY_PAUSE_MS) {
      this.#fail("decode", detail);
      return;
    }
    this.#recoveredAt = now;
    this.#context.report({ type: "reset" });
    hls.recoverMediaError();
  }

  #fail(code: MediaFailureCode, detail?: string): void {
    if (this.#options.signal.aborted) return;
    this.#hls?.stopLoad();
    this.#context.report({ type: "failed", failure: createFailure(code, detail) });
  }
}
