import { noChange } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";

/** Untouched for this long, a playing film has the screen for itself; in milliseconds. */
const IDLE_MS = 3000;

/** Inputs that say that somebody is there. */
const SIGNS_OF_LIFE = ["pointermove", "pointerdown", "keydown", "focusin", "wheel"] as const;

/** What {@link presence} needs to know. */
export interface PresenceOptions {
  /** True while the controls must stay, e.g. paused or under a sheet. */
  readonly stays: boolean;
  /** A change of this value shows the controls anew, e.g. the episode. */
  readonly since: unknown;
}

class PresenceDirective extends AsyncDirective {
  #element: HTMLElement | undefined;
  #options: PresenceOptions = { stays: true, since: undefined };
  #listeners: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override render(_options: PresenceOptions): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [options]: [PresenceOptions]): typeof noChange {
    const before = this.#options;
    this.#options = options;
    if (!this.#element) {
      this.#element = part.element as HTMLElement;
      this.reconnected();
    } else if (before.stays !== options.stays || before.since !== options.since) this.#show();
    return noChange;
  }

  override reconnected(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    for (const type of SIGNS_OF_LIFE)
      this.#element?.addEventListener(type, this.#show, { signal, passive: true });
    this.#element?.addEventListener("pointerleave", this.#leave, { signal });
    this.#show();
  }

  override disconnected(): void {
    clearTimeout(this.#timer);
    this.#listeners?.abort();
  }

  #show = (): void => {
    clearTimeout(this.#timer);
    this.#element?.removeAttribute("data-idle");
    if (!this.#options.stays) this.#timer = setTimeout(this.#hide, IDLE_MS);
  };

  /** A mouse that left wants nothing of the controls any more; a finger "leaves" with every lift. */
  #leave = (event: PointerEvent): void => {
    if (event.pointerType === "mouse" && !this.#options.stays) this.#hide();
  };

  #hide = (): void => {
    const isInUse = this.#element?.querySelector(":focus-visible, [data-scrubbing]");
    if (isInUse) this.#show();
    else this.#element?.setAttribute("data-idle", "");
  };
}

/**
 * Marks an element with `data-idle` when nobody touched it for three seconds. Never while a control in it
 * has keyboard focus: focus must stay visible.
 */
export const presence = directive(PresenceDirective);
