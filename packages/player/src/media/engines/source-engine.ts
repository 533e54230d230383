import { isOnline, wait, waitOnline } from "../abortable.js";
import { codeOfStatus, createFailure, isRefusal } from "../media-failure.js";
import { mayChange, retryDelay } from "../patience.js";
import type { Engine, EngineContext } from "./engine.js";
import { probeStatus } from "./probe-status.js";

/** `MediaError.MEDIA_ERR_NETWORK`: the connection broke while the file came. */
const NETWORK_ERROR = 2;

/** `MediaError.MEDIA_ERR_DECODE`: the bytes came but could not be shown. */
const DECODE_ERROR = 3;

/**
 * Plays what the element plays by itself: MP4 everywhere, and HLS where neither MediaSource nor ManagedMediaSource
 * exists (iPhone before 17.1). The browser loads; this engine sets the source, waits with patience and tries again.
 */
export function createSourceEngine(context: EngineContext): Engine {
  return new SourceEngine(context);
}

class SourceEngine implements Engine {
  readonly #context: EngineContext;
  readonly #ending = new AbortController();
  #position: number;
  #isStarted = false;
  #attempt = 0;
  #hasRenewed = false;
  #isRecovering = false;
  #watchdog: ReturnType<typeof setTimeout> | undefined;

  constructor(context: EngineContext) {
    this.#context = context;
    this.#position = context.startAt;
    const { video } = context;
    const { signal } = this.#ending;
    video.addEventListener("loadedmetadata", () => this.#seekToStart(), { signal });
    video.addEventListener("error", () => void this.#onError(), { signal });
    video.addEventListener("waiting", () => this.#watch(), { signal });
    video.addEventListener("progress", () => this.#isWatching && this.#watch(), { signal });
    // `suspend`: the browser has what it wants for now, which is less than a frame with `preload=metadata`.
    for (const type of ["loadeddata", "canplay", "playing", "suspend"]) {
      video.addEventListener(type, () => this.#unwatch(), { signal });
    }
    video.addEventListener("playing", () => this.#forgetTroubles(), { signal });
  }

  load(): void {
    this.#context.video.preload = "auto";
    this.#start();
  }

  // The browser decides how much that is.
  fill(): void {
    this.load();
  }

  warm(): void {
    if (!this.#isStarted) this.#context.video.preload = "metadata";
    this.#start();
  }

  // The browser alone decides how far a source is loaded; a paused one stops by itself after some seconds.
  rest(): void {}

  park(): boolean {
    return true;
  }

  release(): void {
    this.#unwatch();
    this.#ending.abort();
  }

  #start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#setSource();
  }

  #setSource(): void {
    this.#context.video.src = this.#context.access.resolve(this.#context.access.url);
    this.#watch();
  }

  #seekToStart(): void {
    if (this.#position > 0) this.#context.video.currentTime = this.#position;
  }

  #forgetTroubles(): void {
    this.#attempt = 0;
    this.#hasRenewed = false;
  }

  get #isWatching(): boolean {
    return this.#watchdog !== undefined;
  }

  /** A server that accepts and then says nothing makes no event at all. */
  #watch(): void {
    this.#unwatch();
    this.#watchdog = setTimeout(() => void this.#recover(0), this.#context.patience.firstByteMs);
  }

  #unwatch(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = undefined;
  }

  async #onError(): Promise<void> {
    const { video, access, patience } = this.#context;
    const code = video.error?.code;
    const timeoutMs = patience.firstByteMs;
    const status = await probeStatus(access.url, { signal: this.#ending.signal, timeoutMs });
    if (this.#ending.signal.aborted) return;
    // The file is there: the failure may have passed. A second one is the media's own.
    const isThere = status >= 200 && status < 300;
    if (isThere && code !== NETWORK_ERROR && this.#attempt > 0) {
      this.#fail(createFailure(code === DECODE_ERROR ? "decode" : "unsupported", video.error?.message));
    } else await this.#recover(isThere ? 0 : status);
  }

  async #recover(status: number): Promise<void> {
    if (this.#isRecovering) return;
    this.#isRecovering = true;
    this.#unwatch();
    try {
      if (await this.#isWorthAnotherTry(status)) this.#reload();
      else this.#fail(createFailure(codeOfStatus(status)));
    } catch {
      // Released while it waited.
    } finally {
      this.#isRecovering = false;
    }
  }

  async #isWorthAnotherTry(status: number): Promise<boolean> {
    const { access, patience } = this.#context;
    if (isRefusal(status)) {
      if (this.#hasRenewed || !access.isRenewable) return false;
      this.#hasRenewed = true;
      return access.renew();
    }
    if (!isOnline()) {
      await waitOnline(this.#ending.signal);
      return true;
    }
    if (!mayChange(status) || this.#attempt >= patience.errorRetries) return false;
    await wait(retryDelay(patience, this.#attempt), this.#ending.signal);
    this.#attempt += 1;
    return true;
  }

  #reload(): void {
    if (this.#ending.signal.aborted) return;
    const { video, report } = this.#context;
    this.#position = video.currentTime || this.#position;
    report({ type: "reset" });
    this.#setSource();
  }

  #fail(failure: ReturnType<typeof createFailure>): void {
    if (this.#ending.signal.aborted) return;
    this.#unwatch();
    this.#context.report({ type: "failed", failure });
  }
}
