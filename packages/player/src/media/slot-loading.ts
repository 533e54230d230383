import type { MediaTarget } from "../core/media-fact.js";
import type { ByteStore } from "./bytes/byte-store.js";
import type { EngineMemory } from "./engines/engine.js";
import type { LoadPlan } from "./load-plan.js";
import type { Slot } from "./slot.js";
import type { SlotRole } from "./slot-pool.js";

/** What the slots of a pool load from. */
export interface SlotLoadingOptions {
  readonly slots: readonly Slot[];
  readonly memory: EngineMemory;
  readonly bytes: ByteStore;
}

/**
 * Knows the roles of all slots and has them load. Before the first frame only what is watched loads; the plan for
 * everything else, and its code, comes after it.
 */
export class SlotLoading {
  readonly slots: readonly Slot[];
  readonly memory: EngineMemory;
  readonly bytes: ByteStore;
  readonly roles = new Map<Slot, SlotRole>();
  /** What may be wanted after the neighbour, nearest first. */
  later: readonly MediaTarget[] = [];
  plan: LoadPlan | undefined;
  #isPlanComing = false;

  constructor({ slots, memory, bytes }: SlotLoadingOptions) {
    this.slots = slots;
    this.memory = memory;
    this.bytes = bytes;
  }

  /** Gives a slot its role; another slot that had the same loading role is put on hold. */
  setRole(slot: Slot, role: SlotRole): void {
    for (const other of this.slots) if (this.roles.get(other) === role) this.roles.set(other, "hold");
    this.roles.set(slot, role);
    this.balance();
  }

  /** The slot with this role, if it has media to load. */
  slotOf(role: SlotRole): Slot | undefined {
    return this.slots.find((slot) => this.roles.get(slot) === role && slot.target);
  }

  /** Brings every slot to what its role and the state of the current one allow. Cheap when nothing changed. */
  balance(): void {
    if (this.plan) {
      this.plan.balance();
      return;
    }
    const current = this.slotOf("current");
    for (const slot of this.slots) slot.demand(slot === current ? "load" : "rest");
    const isTime = current ? current.state.name !== "loading" : this.slotOf("warm");
    if (isTime && !this.#isPlanComing) void this.#fetchPlan();
  }

  async #fetchPlan(): Promise<void> {
    this.#isPlanComing = true;
    try {
      const { LoadPlan } = await import("./load-plan.js");
      this.plan = new LoadPlan(this);
      this.plan.balance();
    } catch {
      // Without it every episode still plays; the next fact tries again.
    }
    this.#isPlanComing = false;
  }
}
