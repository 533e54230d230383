import { refKey } from "@micro-drama/protocol/manifest";
import type { MediaFact } from "../core/media-fact.js";
import { activeEpisode, type PlayerModel, refOf, unlockOf } from "../core/player-model.js";
import { slotOf } from "../core/playlist.js";
import type { Session } from "../element/session.js";
import type { Rendition } from "../events/details.js";
import { DramaEvent } from "../events/drama-event.js";
import { ByteLedger } from "./byte-ledger.js";
import type { Entry } from "./entry.js";
import { onMovingFrame } from "./moving-frame.js";
import { Viewing } from "./viewing.js";

export type { Entry } from "./entry.js";

/** Seconds of playing between two `drama-progress` events. */
const PROGRESS_STEP = 5;

/**
 * Makes what a player's entries are read to: it tells the page of first frames and of progress.
 *
 * @param session the player
 */
export function createMeter(session: Session): (entry: Entry) => void {
  const meter = new Meter(session);
  return (entry) => {
    if ("fact" in entry) meter.onFact(entry.fact, entry.at);
    else meter.onModel(entry.model, entry.previous, entry.at);
  };
}

class Meter {
  readonly #session: Session;
  readonly #bitrates = new Map<string, number>();
  #ledger = new ByteLedger();
  #viewing = new Viewing("");
  /** Waits for a picture at rest to move. */
  #moving: AbortController | undefined;
  /** The position that was told last. */
  #toldAt = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  onModel(model: PlayerModel, previous: PlayerModel, at: number): void {
    const isNew = model.series !== previous.series || model.media.key !== previous.media.key;
    if (isNew) this.#leave(model, previous, at);
    this.#followUnlock(model, previous, { isNew, at });
    if (!model.wantsPlay) this.#viewing.drop();
    else if (model.wish && (isNew || model.wish !== previous.wish)) {
      this.#viewing.wish(model.wish);
      this.#awaitMotion(model);
    }
    if (!isNew) this.#tellProgress(model, previous, at);
  }

  onFact(fact: MediaFact, at: number): void {
    if (fact.type === "bytes") this.#ledger.load(fact.key, fact);
    if (fact.type === "rendition") this.#bitrates.set(fact.key, fact.bitrate);
    if (fact.key !== this.#viewing.key) return;
    const { stalls } = this.#viewing;
    const seen = this.#ledger.seen(fact.key);
    switch (fact.type) {
      case "time":
        if (this.#session.model.media.phase === "playing") seen.reach(fact.position);
        else seen.rest(fact.position);
        return;
      case "first-frame":
        if (!this.#isAwaitingMotion) this.#see(fact.at, { preloaded: false });
        return;
      case "loading":
        // A decoder that began anew: its first frame will be told.
        this.#endMotion();
        return;
      case "stalled":
        seen.rest();
        if (!this.#viewing.isWaiting && !this.#isSeeking(fact.slot)) stalls.begin(at);
        return;
      case "playing":
        stalls.end(at);
        if (this.#isAwaitingMotion && !("requestVideoFrameCallback" in HTMLVideoElement.prototype))
          this.#see(at, { preloaded: true });
        return;
      case "paused":
      case "ended":
      case "failed":
        seen.rest();
        stalls.end(at);
        if (fact.type === "failed") this.#viewing.drop();
    }
  }

  get #isAwaitingMotion(): boolean {
    return this.#viewing.isWaiting && this.#moving !== undefined;
  }

  #leave(model: PlayerModel, previous: PlayerModel, at: number): void {
    this.#tell(previous, at);
    this.#endMotion();
    this.#ledger.seen(this.#viewing.key).rest();
    if (model.series !== previous.series) this.#ledger = new ByteLedger();
    this.#viewing = new Viewing(model.media.key);
    this.#toldAt = 0;
  }

  #followUnlock(
    model: PlayerModel,
    previous: PlayerModel,
    { isNew, at }: { readonly isNew: boolean; readonly at: number },
  ): void {
    const episode = activeEpisode(model);
    if (episode?.access !== "locked") return;
    const { name } = unlockOf(model, episode);
    if (isNew || name !== unlockOf(previous, episode).name) this.#viewing.unlock(name, at);
  }

  /** A neighbour whose first frame was there before: what the viewer waits for is that it moves. */
  #awaitMotion({ index, uncovered }: PlayerModel): void {
    const video = this.#session.pool.videos[slotOf(index)];
    if (!this.#viewing.isWaiting || !uncovered[slotOf(index)] || !video) return;
    this.#endMotion();
    this.#moving = new AbortController();
    onMovingFrame(video, this.#moving.signal, (at) => this.#see(at, { preloaded: true }));
  }

  #endMotion(): void {
    this.#moving?.abort();
    this.#moving = undefined;
  }

  #see(at: number, options: { readonly preloaded: boolean }): void {
    this.#endMotion();
    const wait = this.#viewing.see(at, options);
    if (!wait) return;
    this.#session.emit(
      new DramaEvent("drama-first-frame", {
        ...this.#session.detail(),
        ...wait,
        ...this.#renditionOf(this.#session.model),
      }),
    );
  }

  /** Every few seconds of playing, and when it stops. */
  #tellProgress(model: PlayerModel, previous: PlayerModel, at: number): void {
    const { phase, position } = model.media;
    const step = (seconds: number): number => Math.floor(seconds / PROGRESS_STEP);
    if (phase === "playing" && step(position) !== step(previous.media.position)) this.#tell(model, at);
    else if (isMoving(previous) && !isMoving(model)) this.#tell(phase === "idle" ? previous : model, at);
  }

  #tell(model: PlayerModel, at: number): void {
    const { key, position, duration } = model.media;
    const { series } = model;
    if (!series || key !== this.#viewing.key || position === this.#toldAt) return;
    this.#toldAt = position;
    const bytes = this.#ledger.episode(key);
    const ahead = series.episodes
      .slice(Math.max(0, model.index - 1), model.index + 2)
      .map((episode) => refKey(refOf(series, episode)));
    this.#session.emit(
      new DramaEvent("drama-progress", {
        ...this.#session.detail(model),
        ...{ position, duration },
        ...this.#viewing.stalls.read(at),
        ...this.#renditionOf(model),
        ...(bytes ? { bytes } : {}),
        seriesBytes: this.#ledger.series((other) => ahead.includes(other)),
      }),
    );
  }

  #renditionOf({ index, media }: PlayerModel): { readonly rendition?: Rendition } {
    const video = this.#session.pool.videos[slotOf(index)];
    if (!video?.videoHeight) return {};
    const bitrate = this.#bitrates.get(media.key);
    const { videoWidth: width, videoHeight: height } = video;
    return { rendition: { width, height, ...(bitrate ? { bitrate } : {}) } };
  }

  /** Who seeks expects a pause. */
  #isSeeking(slot: number): boolean {
    return this.#session.pool.videos[slot]?.seeking ?? false;
  }
}

function isMoving({ media }: PlayerModel): boolean {
  return media.phase === "playing" || media.phase === "stalled";
}
