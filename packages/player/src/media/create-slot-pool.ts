import type { MediaFact, MediaTarget } from "../core/media-fact.js";
import type { EarlyFilm } from "../early/early-film.js";
import { secondsAhead } from "./buffered.js";
import type { ByteStore } from "./bytes/byte-store.js";
import { createByteStore } from "./bytes/byte-store.js";
import type { Captions } from "./captions/captions.js";
import type { EngineSet } from "./engines/choose-engine.js";
import type { EngineMemory } from "./engines/engine.js";
import { createLazySourceEngine } from "./engines/lazy-source-engine.js";
import { createHlsEngine } from "./hls/hls-engine.js";
import { watchPageLife } from "./page-life.js";
import type { Patience } from "./patience.js";
import { DEFAULT_PATIENCE } from "./patience.js";
import { PlayControl } from "./play-control.js";
import type { SlotFact } from "./slot.js";
import { Slot } from "./slot.js";
import { SlotLoading } from "./slot-loading.js";
import type { SlotPool, SlotRole } from "./slot-pool.js";
import { Sound } from "./sound.js";

/** Replaces parts of a pool; everything has a default. */
export interface SlotPoolOptions {
  /** Engines by name, in place of hls.js and the browser's own. */
  readonly engines?: Partial<EngineSet>;
  /** Carried from an earlier pool or session; the pool writes what it measures into it. */
  readonly memory?: EngineMemory;
  /** What has been fetched already. Default: an empty store. */
  readonly bytes?: ByteStore;
  /** How long to wait for media. Default {@link DEFAULT_PATIENCE}. */
  readonly patience?: Partial<Patience>;
  /** A film that was begun before there was a pool. Its element becomes the one of the first slot. */
  readonly early?: EarlyFilm | undefined;
}

const DEFAULT_ENGINES: EngineSet = { hls: createHlsEngine, source: createLazySourceEngine };

/** Native events after which the time, the duration or the buffer is another one. */
const TIME_EVENTS = ["timeupdate", "durationchange", "seeked", "progress"] as const;

/**
 * Makes a pool of three elements. Nothing is loaded, no script fetched and no listener added to the page before the
 * first `assign`.
 *
 * @example
 * const pool = createSlotPool();
 * view.append(...pool.videos);
 * pool.assign(0, target, "current");
 * pool.activate(0);
 * pool.play();
 */
export function createSlotPool(options: SlotPoolOptions = {}): SlotPool {
  return new Pool(options);
}

class Pool implements SlotPool {
  readonly videos: SlotPool["videos"];
  readonly #slots: readonly Slot[];
  readonly #patience: Patience;
  /** There when the first were wanted: no first frame waits for them. */
  #captions: Captions | undefined;
  #captionLang: string | null = null;
  readonly #sound: Sound;
  readonly #playing: PlayControl;
  readonly #loading: SlotLoading;
  readonly #listeners = new Set<(fact: MediaFact) => void>();
  /** Set while anything is assigned. */
  #life: AbortController | undefined;
  #active: Slot | undefined;

  constructor(options: SlotPoolOptions) {
    const { memory = {}, bytes = createByteStore() } = options;
    const patience = { ...DEFAULT_PATIENCE, ...options.patience };
    const slotOptions = {
      engines: { ...DEFAULT_ENGINES, ...options.engines },
      memory,
      bytes,
      patience,
      report: (slot: Slot, fact: SlotFact) => this.#onSlotFact(slot, fact),
    };
    const slots = [
      new Slot({ ...slotOptions, early: options.early }),
      new Slot(slotOptions),
      new Slot(slotOptions),
    ] as const;
    this.#slots = slots;
    this.#loading = new SlotLoading({ slots, memory, bytes });
    this.videos = [slots[0].video, slots[1].video, slots[2].video];
    this.#sound = new Sound(this.videos, () => this.#tell(this.#active, { type: "sound-refused" }));
    this.#playing = new PlayControl(this.#sound, (slot) => this.#tell(slot, { type: "needs-gesture" }));
    this.#patience = patience;
    for (const slot of slots) this.#prepare(slot);
  }

  assign(index: number, target: MediaTarget | null, role: SlotRole): void {
    const slot = this.#slots[index];
    if (!slot) return;
    this.#watchPage();
    slot.hold(target);
    this.#loading.setRole(slot, role);
    if (slot !== this.#active) return;
    this.#showCaptions();
    this.#playing.proceed();
  }

  foresee(targets: readonly MediaTarget[]): void {
    this.#loading.later = targets;
    this.#loading.balance();
  }

  activate(index: number): void {
    const slot = this.#slots[index];
    if (!slot || slot === this.#active) return;
    this.#active = slot;
    const { name } = slot.state;
    if (name === "failed") this.#reload(slot);
    // Left and returned to before the browser said that it paused: it plays, and says nothing more.
    else if (name === "loading" || name === "playing") this.#tell(slot, { type: name });
    this.#playing.activate(slot);
    if (slot.stream) this.#tell(slot, slot.stream);
    this.#tellTime(slot);
    this.#showCaptions();
  }

  play(): void {
    this.#playing.play();
  }

  pause(): void {
    this.#playing.pause();
  }

  seek(position: number): void {
    const video = this.#active?.video;
    if (!video || video.readyState < HTMLMediaElement.HAVE_METADATA) return;
    const end = Number.isFinite(video.duration) ? video.duration : position;
    video.currentTime = Math.min(Math.max(position, 0), end);
  }

  setMuted(muted: boolean): void {
    this.#sound.setMuted(muted);
  }

  setRate(rate: number): void {
    for (const video of this.videos) {
      // The default survives the next source, which resets the other.
      video.defaultPlaybackRate = rate;
      video.playbackRate = rate;
    }
  }

  setMostLines(lines: number): void {
    this.#loading.memory.mostLines = lines;
  }

  get renditions() {
    return this.#loading.memory.renditions ?? [];
  }

  setCaptionLanguage(lang: string | null): void {
    this.#captionLang = lang;
    this.#showCaptions();
  }

  blessSound(): void {
    this.#sound.bless();
  }

  retry(): void {
    if (this.#active?.isLoaded) this.#reload(this.#active);
  }

  subscribe(listener: (fact: MediaFact) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  release(): void {
    this.#life?.abort();
    this.#life = undefined;
    this.#captions?.show(undefined, null);
    this.#loading.later = [];
    for (const slot of this.#slots) {
      slot.video.pause();
      slot.hold(null);
      slot.unload();
    }
    this.#loading.plan?.stop();
    this.#loading.bytes.entries.clear();
  }

  #prepare(slot: Slot): void {
    const { video } = slot;
    for (const type of TIME_EVENTS) video.addEventListener(type, () => this.#onTime(slot));
    // A source that was set after `play()` has paused the element.
    for (const type of ["loadedmetadata", "seeked"])
      video.addEventListener(type, () => this.#playing.proceed());
    // Media keys can start any element of a page.
    video.addEventListener("play", () => slot !== this.#active && video.pause());
  }

  #showCaptions(): void {
    if (this.#captions) this.#captions.show(this.#active, this.#captionLang);
    else if (this.#captionLang !== null && this.#active?.captions.length) void this.#fetchCaptions();
  }

  /** Captions that cannot be shown leave the episode alone; the next episode tries again. */
  async #fetchCaptions(): Promise<void> {
    const module = await import("./captions/captions.js").catch(() => undefined);
    if (!module || this.#captions) return;
    this.#captions = new module.Captions(this.#patience, (slot, lines) =>
      this.#tell(slot, { type: "cue", lines }),
    );
    this.#showCaptions();
  }

  #onTime(slot: Slot): void {
    this.#loading.plan?.balance();
    if (slot === this.#active && slot.isLoaded) this.#tellTime(slot);
  }

  #onSlotFact(slot: Slot, fact: SlotFact): void {
    // Told also while a slot is being emptied: what it brought must not make it load again.
    if (fact.type === "bytes" || fact.type === "rendition") {
      this.#tell(slot, fact);
      return;
    }
    if (fact.type === "failed" && this.#isMended(slot, fact.code)) return;
    if (fact.type === "first-frame") this.#loading.plan?.onFirstFrame(slot);
    this.#tell(slot, fact);
    if (slot === this.#active && fact.type === "paused") this.#playing.onPaused();
    if (fact.type === "stream") this.#showCaptions();
    this.#loading.balance();
    if (fact.type === "first-frame") this.#playing.proceed();
  }

  /** Failures of neighbours are nobody's business: they are tried again when the viewer comes there. */
  #isMended(slot: Slot, code: Extract<MediaFact, { type: "failed" }>["code"]): boolean {
    const isDecoder = code === "decode" || (code === "unsupported" && slot !== this.#active);
    return (isDecoder && this.#loading.plan?.mendDecoderFailure(slot)) || slot !== this.#active;
  }

  #reload(slot: Slot): void {
    slot.reload();
    this.#loading.balance();
    this.#playing.proceed();
  }

  #watchPage(): void {
    if (this.#life) return;
    this.#life = new AbortController();
    this.#playing.setPageHidden(document.visibilityState === "hidden");
    const life = {
      onHidden: () => this.#playing.setPageHidden(true),
      onVisible: () => {
        for (const { access } of this.#slots) void access?.renewIfDue();
        this.#playing.setPageHidden(false);
        this.#loading.balance();
      },
      onRestored: () => this.#revive(),
      onOnline: () => {
        const state = this.#active?.state;
        if (state?.name === "failed" && state.failure.code === "network") this.retry();
      },
    };
    watchPageLife(life, this.#life.signal);
  }

  /** After the back/forward cache every media element is taken for dead. */
  #revive(): void {
    for (const slot of this.#slots) {
      if (!slot.isLoaded) continue;
      if (slot === this.#active) this.#reload(slot);
      else slot.unload();
    }
    this.#loading.balance();
  }

  #tellTime(slot: Slot): void {
    const { currentTime, duration } = slot.video;
    this.#tell(slot, {
      type: "time",
      position: currentTime,
      duration: Number.isFinite(duration) ? duration : 0,
      bufferedEnd: currentTime + secondsAhead(slot.video),
    });
  }

  #tell(slot: Slot | undefined, fact: SlotFact): void {
    const key = slot?.target?.key;
    if (!slot || key === undefined) return;
    const full: MediaFact = { ...fact, slot: this.#slots.indexOf(slot), key };
    for (const listener of [...this.#listeners]) listener(full);
  }
}
