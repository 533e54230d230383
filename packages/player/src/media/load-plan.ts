import type { PrefetchPlan } from "../core/prefetch-plan.js";
import { NO_PREFETCH, planPrefetch } from "../core/prefetch-plan.js";
import { isSafelyAhead, secondsAhead } from "./buffered.js";
import { Lookahead } from "./bytes/lookahead.js";
import { isWebKit } from "./is-webkit.js";
import type { Demand, Slot } from "./slot.js";
import type { SlotLoading } from "./slot-loading.js";

/**
 * Where media waits for its viewer: at the end of its first frame, so that the second one is due as soon as it plays.
 * Less than a frame of 30 per second; a second frame that is shown a moment early hurts nobody.
 */
const INTO_FIRST_FRAME_SECONDS = 0.03;

/** Engines at work at the same time: the current episode's and one neighbour's. */
const MOST_LIVE = 2;

/**
 * Decides which slots load. The current episode always wins: a neighbour begins when the current one is safely ahead
 * and rests while it starves. What is on hold keeps its picture and loses its engine when another one is needed.
 * Comes after the first frame: until then only the current episode loads.
 */
export class LoadPlan {
  readonly #loading: SlotLoading;
  readonly #lookahead: Lookahead;
  /** How many elements this device can decode for, as far as known. */
  #capacity: number;
  /** The current slot tries again alone: if that helps, the others were too many. */
  #trial: Slot | undefined;

  constructor(loading: SlotLoading) {
    this.#loading = loading;
    this.#lookahead = new Lookahead(loading.bytes);
    this.#capacity = guessCapacity();
  }

  /** Brings every slot to what its role and the state of the current one allow. Cheap when nothing changed. */
  balance(): void {
    const current = this.#loading.slotOf("current");
    const warm = this.#loading.slotOf("warm");
    for (const slot of this.#loading.slots) if (slot !== current && slot !== warm) slot.demand("rest");
    // In the background the current one loads only what it needs to go on at once.
    const isEnough = isPageHidden() && current && isSafelyAhead(current.video);
    if (current) this.#demand(current, isEnough ? "rest" : "load");
    const { neighbour, isLaterWanted } = this.#plan(current, warm);
    if (warm) this.#demand(warm, neighbour);
    const isWarmReady = warm?.state.name !== "loading";
    this.#lookahead.want(isLaterWanted && isWarmReady ? this.#loading.later : []);
  }

  /** True when a failure of this slot was mended by having fewer elements in use; then nobody needs to know. */
  mendDecoderFailure(slot: Slot): boolean {
    const others = this.#loading.slots.filter((other) => other !== slot && other.isLoaded);
    if (slot !== this.#loading.slotOf("current")) {
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
    this.#cueUp(slot);
  }

  /** Media often begins some frames after 0: from there it would stand still for as long when it is to play. */
  #cueUp({ video }: Slot): void {
    const { memory, slots } = this.#loading;
    for (const { firstFrame = 1 } of slots) {
      // A film that begins after a second has a reason for it.
      if (firstFrame < (memory.firstFrame ?? 1)) memory.firstFrame = firstFrame;
    }
    const isAtStart = video.paused && video.currentTime === 0;
    if (memory.firstFrame === undefined || !isAtStart || isWebKit()) return;
    video.currentTime = memory.firstFrame + INTO_FIRST_FRAME_SECONDS;
  }

  /** Ends what is loaded for nobody's slot. */
  stop(): void {
    this.#lookahead.want([]);
  }

  #demand(slot: Slot, demand: Demand): void {
    if (slot.demanded === demand || slot.state.name === "failed") return;
    if (demand === "rest" || this.#makeRoom(slot, demand)) slot.demand(demand);
  }

  #plan(current: Slot | undefined, warm: Slot | undefined): PrefetchPlan {
    if (isPageHidden()) return NO_PREFETCH;
    if (!current || current.state.name === "failed") return { neighbour: "warm", isLaterWanted: false };
    const { video, state } = current;
    return planPrefetch({
      isStarving: state.name === "loading" || state.name === "stalled",
      position: video.currentTime,
      duration: video.duration,
      ahead: secondsAhead(video),
      bandwidth: this.#loading.memory.bandwidth,
      bitrate: this.#loading.memory.bitrate,
      hasBegun: warm?.demanded === "warm" || warm?.demanded === "fill",
    });
  }

  /** Unloads what this device cannot hold beside the slot, and parks what needs no engine. */
  #makeRoom(slot: Slot, demand: Demand): boolean {
    const { slots, roles } = this.#loading;
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
