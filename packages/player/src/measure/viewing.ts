import type { UnlockStateName } from "@micro-drama/sdk";
import type { Wish, WishCause } from "../core/wish.js";
import { StallClock } from "./stall-clock.js";

/** How long somebody waited for pictures. */
export interface Wait {
  readonly cause: WishCause;
  readonly elapsedMs: number;
  /** The first frame had been decoded before it was wished for. */
  readonly preloaded: boolean;
}

/** The wait for one episode, from a wish to the first presented frame, and what its pictures did from then on. */
export class Viewing {
  readonly key: string;
  readonly stalls = new StallClock();
  #wish: Wish | undefined;
  #isOver = false;
  #wasLocked = false;
  #tappedAt: number | undefined;

  constructor(key: string) {
    this.key = key;
  }

  /** True while somebody waits. */
  get isWaiting(): boolean {
    return this.#wish !== undefined;
  }

  /** The first wish counts: who taps again has waited all the time. */
  wish(wish: Wish): void {
    if (!this.#isOver) this.#wish ??= wish;
  }

  /** Nobody waits any more: paused, refused or failed. */
  drop(): void {
    this.#wish = undefined;
  }

  /**
   * The episode's unlock came into another state. From a grant on the viewer waits since the tap on the offer, or
   * since the grant itself where the platform took over between, with a payment page for example. What turns out to
   * be owned already was never locked: the wait goes on.
   */
  unlock(name: UnlockStateName, at: number): void {
    if (name === "unlocking") this.#tappedAt = at;
    else if (name === "granted" && this.#wasLocked)
      this.#wish = { cause: "unlock", at: this.#tappedAt ?? at };
    else if (name !== "granted") this.#tappedAt = undefined;
    this.#wasLocked = name !== "granted" && (this.#wasLocked || !(name === "unknown" || name === "checking"));
  }

  /** The first frame is on the screen. Undefined when nobody waited, or it was told before. */
  see(at: number, { preloaded }: { readonly preloaded: boolean }): Wait | undefined {
    const wish = this.#wish;
    if (!wish) return undefined;
    this.#wish = undefined;
    this.#isOver = true;
    const since = wish.cause === "navigation" ? navigationStart() : wish.at;
    return { cause: wish.cause, elapsedMs: Math.max(0, Math.round(at - since)), preloaded };
  }
}

/** A page that was prerendered is opened when it is shown. */
function navigationStart(): number {
  const [navigation] = performance.getEntriesByType("navigation");
  return (navigation as { activationStart?: number } | undefined)?.activationStart ?? 0;
}
