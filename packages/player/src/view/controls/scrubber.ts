import { noChange } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";
import type { Actions } from "../../core/actions.js";
import { SEEK_STEP } from "../../gesture/keys.js";

/** Position reports arrive about four times a second; a jump of more than this is a seek, in seconds. */
const SMOOTH_STEP = 0.6;

/** What {@link scrubber} shows and tells. Times in seconds. */
export interface ScrubberOptions {
  readonly position: number;
  readonly duration: number;
  readonly bufferedEnd: number;
  /** For screen readers: `0:34 of 1:20`. */
  readonly describe: (seconds: number) => string;
  /** For the bubble: `0:34`. */
  readonly label: (seconds: number) => string;
  readonly actions: Pick<Actions, "seek" | "scrubStarted" | "scrubEnded">;
}

class ScrubberDirective extends AsyncDirective {
  #element: HTMLElement | undefined;
  #options: ScrubberOptions | undefined;
  #listeners: AbortController | undefined;
  #pointerId: number | undefined;
  #shown = 0;

  override render(_options: ScrubberOptions): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [options]: [ScrubberOptions]): typeof noChange {
    this.#options = options;
    if (!this.#element) {
      this.#element = part.element as HTMLElement;
      this.reconnected();
    }
    // The finger is the truth while it is down.
    if (this.#pointerId === undefined) this.#show(options.position);
    return noChange;
  }

  override reconnected(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.#element?.addEventListener("pointerdown", this.#grab, { signal });
    this.#element?.addEventListener("pointermove", this.#move, { signal });
    this.#element?.addEventListener("pointerup", this.#letGo, { signal });
    this.#element?.addEventListener("pointercancel", this.#letGo, { signal });
    this.#element?.addEventListener("keydown", this.#press, { signal });
  }

  override disconnected(): void {
    this.#listeners?.abort();
    if (this.#pointerId !== undefined) this.#options?.actions.scrubEnded();
    this.#pointerId = undefined;
  }

  #show(seconds: number): void {
    const element = this.#element;
    if (!element || !this.#options) return;
    const { duration, bufferedEnd, describe, label } = this.#options;
    const share = duration > 0 ? Math.min(1, seconds / duration) : 0;
    const step = seconds - this.#shown;
    element.toggleAttribute("data-smooth", step > 0 && step < SMOOTH_STEP && this.#pointerId === undefined);
    this.#shown = seconds;
    element.style.setProperty("--at", share.toFixed(4));
    element.style.setProperty(
      "--buffered",
      (duration > 0 ? Math.min(1, bufferedEnd / duration) : 0).toFixed(3),
    );
    element.setAttribute("aria-valuemax", String(Math.round(duration)));
    element.setAttribute("aria-valuenow", String(Math.round(seconds)));
    element.setAttribute("aria-valuetext", describe(seconds));
    const bubble = element.querySelector("output");
    if (bubble) bubble.textContent = label(seconds);
  }

  #timeAt(event: PointerEvent): number {
    const box = this.#element?.getBoundingClientRect();
    const share = box && box.width > 0 ? (event.clientX - box.left) / box.width : 0;
    return Math.min(1, Math.max(0, share)) * (this.#options?.duration ?? 0);
  }

  #grab = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary || !this.#options?.duration) return;
    this.#pointerId = event.pointerId;
    this.#element?.setPointerCapture(event.pointerId);
    this.#element?.setAttribute("data-scrubbing", "");
    this.#options.actions.scrubStarted();
    this.#move(event);
  };

  #move = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointerId) return;
    const seconds = this.#timeAt(event);
    this.#show(seconds);
    this.#options?.actions.seek(seconds);
  };

  #letGo = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointerId) return;
    this.#pointerId = undefined;
    this.#element?.removeAttribute("data-scrubbing");
    this.#options?.actions.scrubEnded();
  };

  /** The keys of a slider. Up and Down stay with the feed: there they mean the episode. */
  #press = (event: KeyboardEvent): void => {
    const { duration = 0, position = 0, actions } = this.#options ?? {};
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: position - SEEK_STEP,
      ArrowRight: position + SEEK_STEP,
      Home: 0,
      End: duration,
    };
    const target = targets[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    actions?.seek(Math.min(duration, Math.max(0, target)));
  };
}

/** Makes an element with `role="slider"` scrub by pointer and keys, and keeps its values told. */
export const scrubber = directive(ScrubberDirective);
