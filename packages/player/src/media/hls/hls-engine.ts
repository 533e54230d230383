import { isDry } from "../buffered.js";
import type { Engine, EngineContext } from "../engines/engine.js";
import type { FetchTextError } from "../fetch-text.js";
import { codeOfStatus, createFailure } from "../media-failure.js";
import type { Starter, StartWish } from "../starter/starter.js";
import { createStarter } from "../starter/starter.js";
import type { HlsSession } from "./hls-session.js";
import { loadHls } from "./load-hls.js";

/**
 * Plays HLS through hls.js. This half is small and there from the start: a starter brings the first segments where
 * they are known; then (or, without them, at once) it asks for hls.js and for the other half at the same time, the other half for
 * the multivariant playlist, and hands over when all three have come.
 */
export function createHlsEngine(context: EngineContext): Engine {
  return new HlsEngine(context);
}

class HlsEngine implements Engine {
  readonly #context: EngineContext;
  readonly #ending = new AbortController();
  #wish: StartWish = "rest";
  #isStarted = false;
  #starter: Starter | undefined;
  /** Makes the session; there when all of its parts have come. */
  #createSession: (() => HlsSession) | undefined;
  #session: HlsSession | undefined;

  constructor(context: EngineContext) {
    this.#context = context;
  }

  load(): void {
    this.#pursue("load");
  }

  fill(): void {
    this.#pursue("fill");
  }

  warm(): void {
    this.#pursue("warm");
  }

  rest(): void {
    this.#pursue("rest");
  }

  park(): boolean {
    if (this.#session) {
      this.#starter?.leave();
      return this.#session.park();
    }
    // What a starter has brought needs nobody: it stays until it is watched.
    this.rest();
    return this.#starter !== undefined;
  }

  release(): void {
    this.#ending.abort();
    this.#session?.release();
  }

  #pursue(wish: StartWish): void {
    this.#wish = wish;
    this.#starter?.pursue(wish);
    if (this.#session) this.#session[wish]();
    else if (this.#createSession) this.#handOver(this.#createSession);
    else if (wish !== "rest" && !this.#isStarted) void this.#start();
  }

  async #start(): Promise<void> {
    this.#isStarted = true;
    const { signal } = this.#ending;
    try {
      this.#starter = createStarter(this.#context, { wish: this.#wish, signal });
      await this.#starter?.lead;
      signal.throwIfAborted();
      const { wholeMs } = this.#context.patience;
      // All at once: most series are content with the light build.
      const loadingHls = withDeadline(loadHls("light"), wholeMs);
      loadingHls.catch(() => undefined);
      const { HlsSession, fetchPlaylist, needsFullBuild, prepareStream, untilNeeded, untilWatched } =
        await withDeadline(import("./hls-session.js"), wholeMs);
      await untilWatched(this.#context, signal);
      const playlist = await fetchPlaylist(this.#context, signal);
      const clock = prepareStream(this.#context, playlist, signal);
      const light = await loadingHls;
      const Hls = needsFullBuild(playlist.text) ? await withDeadline(loadHls("full"), wholeMs) : light;
      signal.throwIfAborted();
      await untilNeeded(this.#context, signal);
      signal.throwIfAborted();
      this.#createSession = () => new HlsSession({ context: this.#context, Hls, playlist, clock, signal });
      this.#handOver(this.#createSession);
    } catch (error) {
      if (!signal.aborted) this.#onStartError(error);
    }
  }

  /** A started episode that was left meanwhile needs no hls.js. */
  #handOver(createSession: () => HlsSession): void {
    if (this.#starter && this.#wish === "rest") return;
    const session = createSession();
    this.#session = session;
    session[this.#wish]();
    session.begin(this.#starter);
  }

  #onStartError(error: unknown): void {
    const detail = error instanceof Error ? error.message : undefined;
    const code = isFetchTextError(error) ? codeOfStatus(error.status) : "engine-unavailable";
    const { video, report } = this.#context;
    const fail = (): void => report({ type: "failed", failure: createFailure(code, detail) });
    // What was started may be seen to its end.
    if (isDry(video)) fail();
    else video.addEventListener("waiting", fail, { once: true, signal: this.#ending.signal });
  }
}

/** By its name: its class comes with the other half. */
function isFetchTextError(error: unknown): error is FetchTextError {
  return error instanceof Error && error.name === "FetchTextError";
}

/** `import()` by itself waits for ever for a server that says nothing. */
function withDeadline<Result>(promise: Promise<Result>, ms: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no script within ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
