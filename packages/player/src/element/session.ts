import { activeEpisode, INITIAL_MODEL, type PlayerModel } from "../core/player-model.js";
import { selectAccess } from "../core/public-state.js";
import type { DramaDetail } from "../events/details.js";
import type { DramaEvent } from "../events/drama-event.js";
import type { SlotPool } from "../media/slot-pool.js";

/** Told after every change, with what was before. */
export type ModelListener = (model: PlayerModel, previous: PlayerModel) => void;

/** The one owner of the model: everything that happens to a player goes through `commit`. */
export class Session {
  readonly pool: SlotPool;
  readonly #dispatch: (event: DramaEvent) => boolean;
  readonly #listeners = new Set<ModelListener>();
  /** Changes that listeners were not told of yet: a listener (or a page's event handler) may change the model too. */
  readonly #untold: (readonly [model: PlayerModel, previous: PlayerModel])[] = [];
  #model: PlayerModel = INITIAL_MODEL;
  /** The publisher's name for the place of the element. */
  placement = "";
  /** The page asked for silence (`muted`): opening the player does not switch the sound on. */
  keepsMuted = false;

  constructor(pool: SlotPool, dispatch: (event: DramaEvent) => boolean) {
    this.pool = pool;
    this.#dispatch = dispatch;
  }

  get model(): PlayerModel {
    return this.#model;
  }

  /** Changes the model at once and tells everybody, change by change, in the order of subscription. */
  commit(change: Partial<PlayerModel>): void {
    this.replace({ ...this.#model, ...change });
  }

  /** Like `commit`, with a whole model, as pure functions return it. */
  replace(next: PlayerModel): void {
    const previous = this.#model;
    if (next === previous) return;
    this.#model = Object.freeze(next);
    this.#untold.push([this.#model, previous]);
    if (this.#untold.length > 1) return;
    for (let change = this.#untold[0]; change; change = this.#untold[0]) {
      try {
        for (const listener of this.#listeners) listener(...change);
      } finally {
        this.#untold.shift();
      }
    }
  }

  /** Until the signal aborts; for as long as the player lives without one. */
  subscribe(listener: ModelListener, signal?: AbortSignal): void {
    this.#listeners.add(listener);
    signal?.addEventListener("abort", () => this.#listeners.delete(listener));
  }

  /** Sends an event to the page. False when a request was cancelled. A throwing page handler cannot reach us. */
  emit(event: DramaEvent): boolean {
    return this.#dispatch(event);
  }

  /** What every event says of the player, by default as it is now. */
  detail(model: PlayerModel = this.#model): DramaDetail {
    const episode = activeEpisode(model);
    return {
      series: model.series?.id ?? "",
      episode: episode?.id ?? "",
      number: episode?.number ?? 0,
      access: selectAccess(model),
      placement: this.placement,
    };
  }
}
