import type Hls from "hls.js";
import type { AttachMediaSourceData, ErrorData } from "hls.js";
import type { MediaFailureCode } from "../../core/media-fact.js";
import { isOnline, wait, waitOnline } from "../abortable.js";
import { clearVideo } from "../clear-video.js";
import type { Engine, EngineContext } from "../engines/engine.js";
import type { FetchedText } from "../fetch-text.js";
import { FetchTextError, fetchText } from "../fetch-text.js";
import { codeOfStatus, createFailure } from "../media-failure.js";
import { whenIdle } from "../when-idle.js";
import type { BufferGoal } from "./hls-config.js";
import { bufferLimits, createHlsConfig } from "./hls-config.js";
import { judgeHlsError } from "./judge-hls-error.js";
import type { HlsClass } from "./load-hls.js";
import { loadHls } from "./load-hls.js";
import { needsFullBuild } from "./needs-full-build.js";
import { createPlayerLoader } from "./player-loader.js";

/** A decoder that fails again so soon will not be helped by another restart. */
const RECOVERY_PAUSE_MS = 5000;

/** Between the attempts that a full buffer allows. */
const SECOND_PATIENCE_MS = 2000;

/** With less than this ahead the pictures stop. */
const DRY_SECONDS = 0.5;

/** Seconds that may lack at the ends of a buffer: encoders round. */
const EDGE_SECONDS = 0.5;

/** Plays HLS through hls.js, which is fetched on first use. */
export function createHlsEngine(context: EngineContext): Engine {
  return new HlsEngine(context);
}

/** What a started engine has at hand for making hls.js instances. */
interface Equipment {
  readonly Hls: HlsClass;
  readonly playlist: FetchedText;
}

class HlsEngine implements Engine {
  readonly #context: EngineContext;
  readonly #ending = new AbortController();
  #goal: BufferGoal = "warm";
  #isResting = false;
  #isStarted = false;
  #equipment: Equipment | undefined;
  #hls: Hls | undefined;
  /** Media that is on the element without an hls.js instance. */
  #parked: AttachMediaSourceData | undefined;
  #recoveredAt = Number.NEGATIVE_INFINITY;

  constructor(context: EngineContext) {
    this.#context = context;
    const { signal } = this.#ending;
    context.video.addEventListener("loadeddata", () => this.#onFirstData(), { signal });
    // Data that was appended long ago can fail to decode without hls.js noticing.
    context.video.addEventListener("error", () => this.#recoverMedia(), { signal });
  }

  load(): void {
    this.#isResting = false;
    this.#pursue("watched");
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
    this.#ending.abort();
    const hls = this.#hls;
    if (hls) {
      hls.stopLoad();
      hls.transferMedia();
      this.#retire(hls);
    }
    this.#parked = undefined;
    clearVideo(this.#context.video);
  }

  #pursue(goal: BufferGoal): void {
    this.#goal = goal;
    if (!this.#isStarted) {
      this.#isStarted = true;
      void this.#start();
    } else if (this.#parked) this.#resume(this.#parked);
    else this.#applyGoal();
  }

  #applyGoal(): void {
    const hls = this.#hls;
    if (!hls) return;
    Object.assign(hls.config, bufferLimits(this.#goal));
    if (this.#isResting) hls.pauseBuffering();
    else hls.resumeBuffering();
  }

  async #start(): Promise<void> {
    const { signal } = this.#ending;
    const { startAt, video } = this.#context;
    try {
      // Both at once: most series are content with the light build.
      const light = loadHls("light");
      light.catch(() => {});
      const playlist = await this.#fetchPlaylist();
      const Hls = needsFullBuild(playlist.text) ? await loadHls("full") : await light;
      signal.throwIfAborted();
      if (!Hls.isSupported()) {
        this.#fail("unsupported", "no MediaSource");
        return;
      }
      this.#equipment = { Hls, playlist };
      this.#createHls(this.#equipment, startAt).attachMedia(video);
    } catch (error) {
      if (!signal.aborted) this.#onStartError(error);
    }
  }

  async #fetchPlaylist(): Promise<FetchedText> {
    const { access, patience } = this.#context;
    const fetchNow = (): Promise<FetchedText> =>
      fetchText(() => access.url, { signal: this.#ending.signal, patience });
    try {
      return await fetchNow();
    } catch (error) {
      const isRefused = error instanceof FetchTextError && error.status === 403;
      if (!isRefused || !(await access.renew())) throw error;
      return fetchNow();
    }
  }

  #onStartError(error: unknown): void {
    if (error instanceof FetchTextError) this.#fail(codeOfStatus(error.status), error.message);
    else this.#fail("engine-unavailable", error instanceof Error ? error.message : undefined);
  }

  #createHls({ Hls, playlist }: Equipment, startAt: number): Hls {
    const { access, memory, patience } = this.#context;
    const loader = createPlayerLoader(Hls.DefaultConfig.loader, { access, playlist });
    const hls = new Hls(createHlsConfig({ startAt, goal: this.#goal, memory, patience, loader }));
    hls.on(Hls.Events.ERROR, (_, data) => this.#onError(data));
    hls.on(Hls.Events.FRAG_BUFFERED, () => {
      memory.bandwidth = hls.bandwidthEstimate;
    });
    this.#hls = hls;
    hls.loadSource(access.url);
    this.#applyGoal();
    return hls;
  }

  /** A new instance takes over what is on the element: nothing is reset, nothing flashes. */
  #resume(parked: AttachMediaSourceData): void {
    const { video } = this.#context;
    if (!this.#equipment || isWhole(video)) return;
    this.#parked = undefined;
    this.#createHls(this.#equipment, video.currentTime).attachMedia(parked);
  }

  /** Later, because destroying takes milliseconds that a swipe does not have. */
  #retire(hls: Hls): void {
    this.#hls = undefined;
    hls.stopLoad();
    whenIdle(() => hls.destroy());
  }

  #onFirstData(): void {
    if (this.#goal === "warm") this.rest();
  }

  #onError(data: ErrorData): void {
    const verdict = judgeHlsError(data);
    if (verdict === "ignore") return;
    if (verdict === "recover") this.#recoverMedia();
    else if (verdict !== "network") this.#failWhenDry(verdict, data.details);
    else if (isOnline() && isDry(this.#context.video)) {
      this.#fail(codeOfStatus(data.response?.code), data.details);
    } else void this.#tryAgainLater();
  }

  /** hls.js has given up, but there is no network to try, or enough media to try again before anybody notices. */
  async #tryAgainLater(): Promise<void> {
    const { signal } = this.#ending;
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
    else video.addEventListener("waiting", fail, { once: true, signal: this.#ending.signal });
  }

  #recoverMedia(): void {
    const now = performance.now();
    const hls = this.#hls;
    if (!hls || now - this.#recoveredAt < RECOVERY_PAUSE_MS) {
      this.#fail("decode", this.#context.video.error?.message);
      return;
    }
    this.#recoveredAt = now;
    this.#context.report({ type: "reset" });
    hls.recoverMediaError();
  }

  #fail(code: MediaFailureCode, detail?: string): void {
    if (this.#ending.signal.aborted) return;
    this.#hls?.stopLoad();
    this.#context.report({ type: "failed", failure: createFailure(code, detail) });
  }
}

function isDry({ buffered, currentTime }: HTMLVideoElement): boolean {
  for (let i = 0; i < buffered.length; i++) {
    const isHere = buffered.start(i) <= currentTime + EDGE_SECONDS;
    if (isHere && buffered.end(i) > currentTime + DRY_SECONDS) return false;
  }
  return true;
}

/** True when everything from start to end is on the element: then no engine is needed to play it again. */
function isWhole({ buffered, duration }: HTMLVideoElement): boolean {
  return (
    buffered.length === 1 && buffered.start(0) < EDGE_SECONDS && buffered.end(0) > duration - EDGE_SECONDS
  );
}
