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
  #element: Element | undefined;
  #player: HTMLElement | undefined;
  #options: PresenceOptions = { stays: true, since: undefined };
  #listeners: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override render(_options: PresenceOptions): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [options]: [PresenceOptions]): typeof noChange {
    const before = this.#options;
    this.#options = options;
    if (this.#element !== part.element) {
      this.#element = part.element;
      this.reconnected();
    } else if (before.stays !== options.stays || before.since !== options.since) this.#show();
    return noChange;
  }

  override reconnected(): void {
    // The element enters its player right after this update.
    queueMicrotask(() => {
      if (this.isConnected) this.#listen();
    });
  }

  override disconnected(): void {
    clearTimeout(this.#timer);
    this.#listeners?.abort();
    this.#player?.removeAttribute("data-idle");
  }

  #listen(): void {
    this.#player = this.#element?.closest<HTMLElement>(".player") ?? undefined;
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    for (const type of SIGNS_OF_LIFE)
      this.#player?.addEventListener(type, this.#show, { signal, passive: true });
    this.#player?.addEventListener("pointerleave", this.#leave, { signal });
    this.#show();
  }

  #show = (): void => {
    clearTimeout(this.#timer);
    this.#player?.removeAttribute("data-idle");
    if (!this.#options.stays) this.#timer = setTimeout(this.#hide, IDLE_MS);
  };

  /** A mouse that left wants nothing of the controls any more; a finger "leaves" with every lift. */
  #leave = (event: PointerEvent): void => {
    if (event.pointerType === "mouse" && !this.#options.stays) this.#hide();
  };

  #hide = (): void => {
    const isInUse = this.#player?.querySelector(":focus-visible, [data-scrubbing]");
    if (isInUse) this.#show();
    else this.#player?.setAttribute("data-idle", "");
  };
}

/**
 * For an element of the controls: marks its player with `data-idle` when nobody touched that for three seconds.
 * Never while a control in it has keyboard focus: focus must stay visible.
 */
export const presence = directive(PresenceDirective);
