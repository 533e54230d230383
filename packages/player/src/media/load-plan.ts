import type { MediaTarget } from "../core/media-fact.js";
import { planPrefetch } from "../core/prefetch-plan.js";
import { isSafelyAhead, secondsAhead } from "./buffered.js";
import type { ByteStore } from "./bytes/byte-store.js";
import { Lookahead } from "./bytes/lookahead.js";
import type { EngineMemory } from "./engines/engine.js";
import type { Demand, Slot } from "./slot.js";
import type { SlotRole } from "./slot-pool.js";

/** Engines at work at the same time: the current episode's and one neighbour's. */
const MOST_LIVE = 2;

/** What a plan is made from. */
export interface LoadPlanOptions {
  readonly slots: readonly Slot[];
  /** Changed by the pool, read here. */
  readonly roles: ReadonlyMap<Slot, SlotRole>;
  readonly memory: EngineMemory;
  readonly bytes: ByteStore;
  /** What may be wanted after the neighbour. */
  readonly later: () => readonly MediaTarget[];
}

/**
 * Decides which slots load. The current episode always wins: a neighbour begins when the current one is safely ahead
 * and rests while it starves. What is on hold keeps its picture and loses its engine when another one is needed.
 * Comes after the first frame: until then only the current episode loads.
 */
export class LoadPlan {
  readonly #options: LoadPlanOptions;
  readonly #lookahead: Lookahead;
  /** How many elements this device can decode for, as far as known. */
  #capacity: number;
  /** The current slot tries again alone: if that helps, the others were too many. */
  #trial: Slot | undefined;

  constructor(options: LoadPlanOptions) {
    this.#options = options;
    this.#lookahead = new Lookahead(options.bytes);
    this.#capacity = guessCapacity();
  }

  /** Brings every slot to what its role and the state of the current one allow. Cheap when nothing changed. */
  balance(): void {
    const current = this.#slotOf("current");
    const warm = this.#slotOf("warm");
    for (const slot of this.#options.slots) if (slot !== current && slot !== warm) slot.demand("rest");
    // Nobody watches in the background: what is needed to go on at once is enough.
    const isEnough = isPageHidden() && current !== undefined && isSafelyAhead(current.video);
    if (current) this.#demand(current, isEnough ? "rest" : "load");
    const { neighbour, isLaterWanted } = this.#plan(current, warm);
    if (warm) this.#demand(warm, neighbour);
    const isWarmReady = warm?.state.name !== "loading";
    this.#lookahead.want(isLaterWanted && isWarmReady ? this.#options.later() : []);
  }

  /** True when a failure of this slot was mended by having fewer elements in use; then nobody needs to know. */
  mendDecoderFailure(slot: Slot): boolean {
    const others = this.#options.slots.filter((other) => other !== slot && other.isLoaded);
    if (slot !== this.#slotOf("current")) {
      this.#capacity = Math.max(1, others.length);
      slot.unload();
      return true;
    }
    if (others.length === 0) return false;
    for (const other of others) other.unload();
    this.#trial = slot;
    slot.reload();
    return true;
  }

  /** The slot shows its first frame. */
  onFirstFrame(slot: Slot): void {
    if (this.#trial === slot) this.#capacity = 1;
    this.#trial = undefined;
  }

  /** Ends what is loaded for nobody's slot. */
  stop(): void {
    this.#lookahead.want([]);
  }

  #slotOf(role: SlotRole): Slot | undefined {
    const { slots, roles } = this.#options;
    return slots.find((slot) => roles.get(slot) === role && slot.target !== undefined);
  }

  #demand(slot: Slot, demand: Demand): void {
    if (slot.demanded === demand || slot.state.name === "failed") return;
    if (demand === "rest" || this.#makeRoom(slot, demand)) slot.demand(demand);
  }

  #plan(current: Slot | undefined, warm: Slot | undefined): ReturnType<typeof planPrefetch> {
    if (isPageHidden()) return { neighbour: "rest", isLaterWanted: false };
    if (!current || current.state.name === "failed") return { neighbour: "warm", isLaterWanted: false };
    const { video, state } = current;
    return planPrefetch({
      isStarving: state.name === "loading" || state.name === "stalled",
      position: video.currentTime,
      duration: video.duration,
      ahead: secondsAhead(video),
      bandwidth: this.#options.memory.bandwidth,
      bitrate: this.#options.memory.bitrate,
      hasBegun: warm?.demanded === "warm" || warm?.demanded === "fill",
    });
  }

  /** Unloads what this device cannot hold beside the slot, and parks what needs no engine. */
  #makeRoom(slot: Slot, demand: Demand): boolean {
    const { slots, roles } = this.#options;
    const others = slots.filter((other) => other !== slot && other.isLoaded);
    const onHold = others.filter((other) => roles.get(other) === "hold");
    const dispensable =
      demand === "load" ? [...onHold, ...others.filter((other) => !onHold.includes(other))] : onHold;
    const tooMany = Math.max(0, others.length + 1 - this.#capacity);
    if (tooMany > dispensable.length) return false;
    for (const other of dispensable.slice(0, tooMany)) other.unload();
    this.#parkBeyond(MOST_LIVE - 1, onHold, others);
    return true;
  }

  #parkBeyond(most: number, onHold: readonly Slot[], others: readonly Slot[]): void {
    for (const slot of onHold) {
      if (others.filter(({ isLive }) => isLive).length <= most) return;
      slot.park();
    }
  }
}

function isPageHidden(): boolean {
  return document.visibilityState === "hidden";
}

/** Gigabytes of memory below which fewer than three decoders are tried. Only Chromium tells. */
function guessCapacity(): number {
  const { deviceMemory = 8 } = navigator as { readonly deviceMemory?: number };
  if (deviceMemory < 1) return 1;
  return deviceMemory < 2 ? 2 : 3;
}
