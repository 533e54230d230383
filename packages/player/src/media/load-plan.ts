import { isSafelyAhead } from "./buffered.js";
import type { Demand, Slot } from "./slot.js";
import type { SlotRole } from "./slot-pool.js";

/** Engines at work at the same time: the current episode's and one neighbour's. */
const MOST_LIVE = 2;

/**
 * Decides which slots load. The current episode always wins: a neighbour begins when the current one is safely ahead
 * and rests while it starves. What is on hold keeps its picture and loses its engine when another one is needed.
 */
export class LoadPlan {
  readonly #slots: readonly Slot[];
  readonly #roles = new Map<Slot, SlotRole>();
  readonly #demands = new Map<Slot, Demand>();
  /** How many elements this device can decode for, as far as known. */
  #capacity: number;
  /** The current slot tries again alone: if that helps, the others were too many. */
  #trial: Slot | undefined;

  constructor(slots: readonly Slot[]) {
    this.#slots = slots;
    this.#capacity = slots.length;
  }

  /** Gives a slot its role; another slot that had the same loading role is put on hold. */
  setRole(slot: Slot, role: SlotRole): void {
    for (const other of this.#slots) {
      if (other !== slot && role !== "hold" && this.#roles.get(other) === role)
        this.#roles.set(other, "hold");
    }
    this.#roles.set(slot, role);
  }

  /** Brings every slot to what its role and the state of the current one allow. Cheap when nothing changed. */
  balance(): void {
    const current = this.#slotOf("current");
    const warm = this.#slotOf("warm");
    for (const slot of this.#slots) if (slot !== current && slot !== warm) this.#demand(slot, "rest");
    if (current) this.#demand(current, "load");
    if (warm) this.#demand(warm, this.#mayWarm(current, warm) ? "warm" : "rest");
  }

  /** The slot's media was taken away or begins anew: what was asked of it before counts no more. */
  forget(slot: Slot): void {
    this.#demands.delete(slot);
  }

  /** True when a failure of this slot was mended by having fewer elements in use; then nobody needs to know. */
  mendDecoderFailure(slot: Slot): boolean {
    const others = this.#slots.filter((other) => other !== slot && other.isLoaded);
    if (slot !== this.#slotOf("current")) {
      this.#capacity = Math.max(1, others.length);
      this.#unload(slot);
      return true;
    }
    if (others.length === 0) return false;
    for (const other of others) this.#unload(other);
    this.#trial = slot;
    slot.reload();
    return true;
  }

  /** The slot shows its first frame. */
  onFirstFrame(slot: Slot): void {
    if (this.#trial === slot) this.#capacity = 1;
    this.#trial = undefined;
  }

  #slotOf(role: SlotRole): Slot | undefined {
    return this.#slots.find((slot) => this.#roles.get(slot) === role && slot.target !== undefined);
  }

  #demand(slot: Slot, demand: Demand): void {
    if (this.#demands.get(slot) === demand || slot.state.name === "failed") return;
    if (demand === "rest" ? !slot.isLive : !this.#makeRoom(slot, demand)) return;
    this.#demands.set(slot, demand);
    slot.demand(demand);
  }

  /** Unloads what this device cannot hold beside the slot, and parks what needs no engine. */
  #makeRoom(slot: Slot, demand: Demand): boolean {
    const others = this.#slots.filter((other) => other !== slot && other.isLoaded);
    const onHold = others.filter((other) => this.#roles.get(other) === "hold");
    const dispensable =
      demand === "load" ? [...onHold, ...others.filter((other) => !onHold.includes(other))] : onHold;
    const tooMany = Math.max(0, others.length + 1 - this.#capacity);
    if (tooMany > dispensable.length) return false;
    for (const other of dispensable.slice(0, tooMany)) this.#unload(other);
    this.#parkBeyond(MOST_LIVE - 1, onHold, others);
    return true;
  }

  #parkBeyond(most: number, onHold: readonly Slot[], others: readonly Slot[]): void {
    for (const slot of onHold) {
      if (others.filter(({ isLive }) => isLive).length <= most) return;
      slot.park();
      this.forget(slot);
    }
  }

  #unload(slot: Slot): void {
    slot.unload();
    this.forget(slot);
  }

  #mayWarm(current: Slot | undefined, warm: Slot): boolean {
    if (!current || current.state.name === "failed") return true;
    if (current.state.name === "loading" || current.state.name === "stalled") return false;
    return this.#demands.get(warm) === "warm" || isSafelyAhead(current.video);
  }
}
