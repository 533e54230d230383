import { noChange } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";

class ScrollCueDirective extends AsyncDirective {
  #element: HTMLElement | undefined;
  #sizes: ResizeObserver | undefined;

  override render(): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart): typeof noChange {
    this.#element ??= part.element as HTMLElement;
    this.reconnected();
    // What it holds has just been drawn anew.
    queueMicrotask(this.#look);
    return noChange;
  }

  override reconnected(): void {
    if (this.#sizes || !this.#element) return;
    this.#sizes = new ResizeObserver(this.#look);
    this.#sizes.observe(this.#element);
    this.#element.addEventListener("scroll", this.#look, { passive: true });
    // A folded part that opens changes neither the box nor the scroll position.
    this.#element.addEventListener("toggle", this.#look, { capture: true });
  }

  override disconnected(): void {
    this.#sizes?.disconnect();
    this.#sizes = undefined;
    this.#element?.removeEventListener("scroll", this.#look);
    this.#element?.removeEventListener("toggle", this.#look, { capture: true });
  }

  #look = (): void => {
    const element = this.#element;
    if (!element) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    element.toggleAttribute("data-more-below", scrollTop + clientHeight < scrollHeight - 2);
  };
}

/** Marks a box with `data-more-below` while it can be scrolled down, so that its style can say so. */
export const scrollCue = directive(ScrollCueDirective);
