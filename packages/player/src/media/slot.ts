import type { Caption } from "@micro-drama/protocol";
import type { MediaAccess, MediaFact, MediaTarget, StreamFact } from "../core/media-fact.js";
import type { PlaybackEvent, PlaybackState } from "../core/playback-machine.js";
import { IDLE, transition } from "../core/playback-machine.js";
import type { EarlyFilm } from "../early/early-film.js";
import type { ByteStore } from "./bytes/byte-store.js";
import { clearVideo } from "./clear-video.js";
import { createVideo } from "./create-video.js";
import type { EngineSet } from "./engines/choose-engine.js";
import { chooseEngine } from "./engines/choose-engine.js";
import type { Engine, EngineFact, EngineMemory } from "./engines/engine.js";
import { onFirstFrame } from "./first-frame.js";
import { createFailure } from "./media-failure.js";
import { openAccess } from "./open-access.js";
import type { Patience } from "./patience.js";
import { whenIdle } from "./when-idle.js";

/** A film that was begun for a player which then wanted something else is ended after this time. */
const UNCLAIMED_MS = 2000;

/** A fact without its slot and key, which the pool and the slot add. */
export type SlotFact = MediaFact extends infer Fact
  ? Fact extends MediaFact
    ? Omit<Fact, "slot" | "key">
    : never
  : never;

/** How much a slot loads: all of it, some ten seconds, its first frame, or nothing new. */
export type Demand = "load" | "fill" | "warm" | "rest";

/** What all slots of a pool share. */
export interface SlotOptions {
  readonly engines: EngineSet;
  readonly memory: EngineMemory;
  readonly bytes: ByteStore;
  readonly patience: Patience;
  readonly report: (slot: Slot, fact: SlotFact) => void;
  /** Was begun before there was a player; for one slot only. */
  readonly early?: EarlyFilm | undefined;
}

/** One element, the machine that says where its media stands, and the engine that loads it. */
export class Slot {
  readonly video: HTMLVideoElement;
  /** Media time of the first frame, where it was begun at 0 and the browser tells. Seconds. */
  firstFrame: number | undefined;
  /** What the stream brings itself. */
  stream: StreamFact | undefined;
  readonly #options: SlotOptions;
  #state: PlaybackState = IDLE;
  #target: MediaTarget | undefined;
  #engine: Engine | undefined;
  /** Media that was withdrawn is still on the covered element. */
  #isLittered: boolean;
  /** Begun, and not claimed by a target yet. */
  #early: EarlyFilm | undefined;
  #access: MediaAccess | undefined;
  #loading = new AbortController();
  #awaiting = new AbortController();
  #isParked = false;
  #demanded: Demand | undefined;
  /** Seconds from which the media was loaded last. */
  #startAt = 0;

  constructor(options: SlotOptions) {
    this.#options = options;
    const { early } = options;
    this.video = early?.video ?? createVideo();
    this.#early = early;
    this.#isLittered = early !== undefined;
    if (early) setTimeout(() => this.#isLittered && this.unload(), UNCLAIMED_MS);
    this.#listen();
  }

  get state(): PlaybackState {
    return this.#state;
  }

  get target(): MediaTarget | undefined {
    return this.#target;
  }

  /** Addresses of the target that is loaded. */
  get access(): MediaAccess | undefined {
    return this.#access;
  }

  /** Of the stream and of the manifest; the manifest's come first. */
  get captions(): readonly Caption[] {
    return this.stream?.captions ?? this.#target?.captions ?? [];
  }

  /** True also before a seek: of media that will begin in its middle. */
  get isSeeking(): boolean {
    return this.video.seeking || (this.#state.name === "loading" && this.#startAt > 0);
  }

  /** True while media is on the element, or on its way. */
  get isLoaded(): boolean {
    return this.#engine !== undefined;
  }

  /** True while an engine is at work: parked media needs none. */
  get isLive(): boolean {
    return this.isLoaded && !this.#isParked;
  }

  /** What was asked of the media that is loaded; undefined when nothing is, or when it is parked. */
  get demanded(): Demand | undefined {
    return this.#demanded;
  }

  /** Takes another target without loading it yet. The same key keeps what is loaded. */
  hold(target: MediaTarget | null): void {
    if (target?.key !== this.#target?.key) this.#withdraw();
    this.#target = target ?? undefined;
  }

  /** Loads as much as asked for; from the beginning, if nothing is loaded. Cheap when nothing changed. */
  demand(demand: Demand): void {
    if (this.#demanded === demand || this.#state.name === "failed") return;
    if (!this.#engine) {
      if (demand !== "rest") this.#start(demand);
      return;
    }
    // Parked media has its first frame: only an episode that is watched needs an engine again.
    if (this.#isParked && demand !== "load") return;
    this.#isParked = false;
    this.#demanded = demand;
    this.#engine[demand]();
  }

  /** Ends the engine but keeps the picture; gives up the media when the engine cannot do that. */
  park(): void {
    if (!this.#engine || this.#isParked) return;
    this.#demanded = undefined;
    this.#isParked = this.#engine.park();
    if (!this.#isParked) this.unload();
  }

  /** Loads the target again, from where it was. */
  reload(): void {
    const { currentTime, ended, readyState } = this.video;
    const position = readyState === HTMLMediaElement.HAVE_NOTHING ? this.#startAt : currentTime;
    this.#endEngine();
    this.#start("load", ended ? 0 : position);
  }

  /** Takes the media off the element; the target stays. */
  unload(): void {
    this.#withdraw();
    this.#clear();
  }

  /** A failure that the slot itself does not see. */
  fail(failure: ReturnType<typeof createFailure>): void {
    this.#dispatch({ type: "fail", failure });
  }

  #start(demand: Exclude<Demand, "rest">, startAt = this.#target?.startAt ?? 0): void {
    const target = this.#target;
    if (!target) return;
    const early = this.#claim(target, startAt);
    if (!early) this.#clear();
    this.#demanded = demand;
    this.#beginLoading(startAt, early);
    const name = chooseEngine(target.media, this.video);
    if (!name) {
      this.fail(createFailure("unsupported", target.media.type));
      return;
    }
    const { engines, memory, bytes, patience } = this.#options;
    const { signal } = this.#loading;
    const access = openAccess(target, signal);
    this.#access = access;
    this.#engine = engines[name]({
      ...{ video: this.video, target, access, startAt, memory, bytes, patience, early },
      // What a request had brought when it was given up came all the same.
      report: (fact) => (fact.type === "bytes" || !signal.aborted) && this.#onEngineFact(fact),
    });
    this.#engine[demand]();
  }

  /** What was begun, if it is what is wanted. */
  #claim({ media }: MediaTarget, startAt: number): EarlyFilm | undefined {
    const early = this.#early;
    if (!early || startAt > 0 || early.url !== media.start?.tracks[0]?.segments[0]?.url) return undefined;
    this.#early = undefined;
    this.#isLittered = false;
    return early;
  }

  #withdraw(): void {
    this.#endEngine();
    this.#dispatch({ type: "withdraw" });
    whenIdle(() => this.#clear());
  }

  /** Costs an element that has media a good part of a frame, which a swipe does not have. */
  #clear(): void {
    this.#early?.end();
    this.#early = undefined;
    if (this.#isLittered) clearVideo(this.video);
    this.#isLittered = false;
  }

  #endEngine(): void {
    this.#cover();
    this.#awaiting.abort();
    this.#loading.abort();
    this.#loading = new AbortController();
    this.#isParked = false;
    this.#demanded = undefined;
    if (this.#engine) this.#isLittered = true;
    this.#engine?.release();
    this.#engine = undefined;
    this.#access = undefined;
    this.stream = undefined;
  }

  #onEngineFact(fact: EngineFact): void {
    if (fact.type === "failed") this.fail(fact.failure);
    else if (fact.type === "reset") this.#beginLoading(this.video.currentTime || this.#startAt);
    else {
      if (fact.type === "stream") this.stream = fact;
      this.#options.report(this, fact);
    }
  }

  #dispatch(event: PlaybackEvent, at = 0): void {
    const next = transition(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    const fact = factOf(next, at);
    if (fact) this.#options.report(this, fact);
  }

  #beginLoading(startAt: number, early?: EarlyFilm): void {
    this.#startAt = startAt;
    const shownAt = early?.frameAt();
    if (shownAt === undefined) this.#cover();
    this.#awaiting.abort();
    this.#awaiting = new AbortController();
    this.#dispatch({ type: "load" });
    const { signal } = this.#awaiting;
    onFirstFrame(this.video, { startAt, signal, isBegun: early !== undefined }, (mediaTime) => {
      const at = shownAt ?? performance.now();
      this.#uncover();
      // What follows from it must not keep the frame itself from the screen.
      setTimeout(() => {
        if (signal.aborted) return;
        this.firstFrame = startAt === 0 ? mediaTime : undefined;
        this.#dispatch({ type: "first-frame" }, at);
        // It may have begun to play before its first frame was on the screen.
        if (!this.video.paused) this.#dispatch({ type: "playing" });
      });
    });
  }

  // Neither `hidden` nor `visibility`: WebKit purges paused media that it believes unseen. CSSOM needs no CSP.
  // Covers at once, whatever the style sheet says of fading.
  #cover(): void {
    const { style } = this.video;
    style.transition = "none";
    style.opacity = "0";
  }

  #uncover(): void {
    const { style } = this.video;
    style.transition = "";
    style.opacity = "";
  }

  #listen(): void {
    const { video } = this;
    video.addEventListener("playing", () => this.#dispatch({ type: "playing" }));
    video.addEventListener("waiting", () => !video.paused && this.#dispatch({ type: "waiting" }));
    // Browsers pause just before they say `ended`; and a late event of a pause that is over already is none.
    video.addEventListener("pause", () => video.paused && !video.ended && this.#dispatch({ type: "pause" }));
    video.addEventListener("ended", () => this.#dispatch({ type: "ended" }));
  }
}

function factOf(state: PlaybackState, at: number): SlotFact | undefined {
  switch (state.name) {
    case "idle":
      return undefined;
    case "ready":
      return { type: "first-frame", at };
    case "failed":
      return { type: "failed", ...state.failure };
    default:
      return { type: state.name };
  }
}
