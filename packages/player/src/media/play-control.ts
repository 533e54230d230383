import { isWebKit } from "./is-webkit.js";
import type { Slot } from "./slot.js";
import type { Sound } from "./sound.js";

/**
 * Keeps one wish, "it should play", and carries it to whatever slot is active, as soon as that slot can. A wish
 * survives loading, swipes and a hidden page; it ends with a pause, or when the browser wants a gesture first.
 */
export class PlayControl {
  readonly #sound: Sound;
  readonly #onNeedsGesture: (slot: Slot) => void;
  #active: Slot | undefined;
  #isWanted = false;
  #isPageHidden = false;

  constructor(sound: Sound, onNeedsGesture: (slot: Slot) => void) {
    this.#sound = sound;
    this.#onNeedsGesture = onNeedsGesture;
  }

  /** From now on the wish is for this slot; the former one pauses at once. */
  activate(slot: Slot): void {
    const former = this.#active;
    this.#active = slot;
    if (former !== slot) former?.video.pause();
    this.#sound.activate(slot.video);
    this.proceed();
  }

  /** The viewer or the page wants it to play; what has ended begins again. */
  play(): void {
    this.#isWanted = true;
    void this.#try();
  }

  pause(): void {
    this.#isWanted = false;
    this.#active?.video.pause();
  }

  /** Nobody listens in the background: a hidden page rests, and goes on when it is seen again. */
  setPageHidden(isHidden: boolean): void {
    this.#isPageHidden = isHidden;
    if (isHidden) this.#active?.video.pause();
    else this.proceed();
  }

  /** Something changed that may allow to play now. */
  proceed(): void {
    if (!this.#active?.video.ended) void this.#try();
  }

  /** The active element paused. When nobody here asked for it, the system or a headset did: that ends the wish. */
  onPaused(): void {
    if (!this.#isPageHidden) this.#isWanted = false;
  }

  async #try(): Promise<void> {
    const slot = this.#active;
    if (!slot?.isLoaded || !this.#mayPlay(slot) || !slot.video.paused) return;
    // It is tried again when that seek has ended, and at the first frame.
    if (isWebKit() && slot.isSeeking) return;
    const outcome = await this.#sound.play(slot.video);
    // Swiped away, paused or hidden while the browser made up its mind.
    if (!this.#mayPlay(slot)) return slot.video.pause();
    if (outcome !== "refused") return;
    this.#isWanted = false;
    this.#onNeedsGesture(slot);
  }

  #mayPlay(slot: Slot): boolean {
    return slot === this.#active && this.#isWanted && !this.#isPageHidden && slot.state.name !== "failed";
  }
}
