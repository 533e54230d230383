import { noChange } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";
import { watchBack } from "./watch-back.js";

class InnerPageDirective extends AsyncDirective {
  #element: HTMLElement | undefined;
  #onBack: () => void = () => undefined;
  #ledHere = "";
  #shown: AbortController | undefined;

  override render(_onBack: () => void, _ledHere: string): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [onBack, ledHere]: [() => void, string]): typeof noChange {
    this.#onBack = onBack;
    this.#ledHere = ledHere;
    if (this.#element) return noChange;
    this.#element = part.element as HTMLElement;
    // The element enters the document right after this update.
    queueMicrotask(() => this.reconnected());
    return noChange;
  }

  override reconnected(): void {
    const element = this.#element;
    if (!element?.isConnected || this.#shown) return;
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    signal.addEventListener("abort", watchBack(this.#goBack));
    // At the sheet, because its own close button lies beside this page.
    findSheet(element)?.addEventListener("keydown", this.#onKeydown, { signal });
    element.focus({ preventScroll: true });
  }

  override disconnected(): void {
    this.#shown?.abort();
    this.#shown = undefined;
    const sheet = this.#element && findSheet(this.#element);
    // What led here is drawn in this very update.
    queueMicrotask(() => {
      if (!sheet?.isConnected) return;
      const ledHere = sheet.querySelector<HTMLElement>(this.#ledHere);
      // It was reached by unfolding what it lies in, which was drawn anew and is folded.
      const fold = ledHere?.closest("details");
      if (fold) fold.open = true;
      (ledHere ?? sheet).focus();
    });
  }

  #goBack = (): void => this.#onBack();

  #onKeydown = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key !== "Escape") return;
    // Used up here: the keys of the player would close the whole sheet.
    event.preventDefault();
    this.#goBack();
  };
}

function findSheet(element: HTMLElement): HTMLElement | null {
  return element.closest<HTMLElement>("[role=dialog]");
}

/**
 * For a page (with `tabindex="-1"`) that takes the place of what its sheet showed: takes the focus, hears Escape and
 * Back before the sheet does, and gives the focus back to what `ledHere` selects in the sheet.
 */
export const innerPage = directive(InnerPageDirective);
