import { noChange } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";
import { lastFocus } from "./last-focus.js";

/** What can be reached with Tab, in the order of the document. */
const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']";

class FocusScopeDirective extends AsyncDirective {
  #element: HTMLElement | undefined;
  #returnTo: HTMLElement | undefined;
  #listeners: AbortController | undefined;

  override render(): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart): typeof noChange {
    if (this.#element) return noChange;
    this.#element = part.element as HTMLElement;
    // The element enters the document right after this update.
    queueMicrotask(() => this.reconnected());
    return noChange;
  }

  override reconnected(): void {
    const element = this.#element;
    if (!element?.isConnected || this.#listeners) return;
    this.#listeners = new AbortController();
    const root = element.getRootNode() as ShadowRoot | Document;
    const active = root.activeElement;
    const isControl = active instanceof HTMLElement && !active.matches(".player");
    this.#returnTo = isControl ? active : lastFocus(root);
    element.addEventListener("keydown", this.#turnAround, { signal: this.#listeners.signal });
    element.focus({ preventScroll: true });
  }

  override disconnected(): void {
    this.#listeners?.abort();
    this.#listeners = undefined;
    const returnTo = this.#returnTo?.isConnected ? this.#returnTo : undefined;
    const player = this.#element?.closest<HTMLElement>(".player");
    // What opened the sheet may still be inert in this very update.
    queueMicrotask(() => {
      returnTo?.focus({ preventScroll: true });
      const root = player?.getRootNode() as ShadowRoot | Document | undefined;
      if (!returnTo || root?.activeElement !== returnTo) player?.focus({ preventScroll: true });
    });
  }

  /** Tab goes round inside: behind the last control comes the first one. */
  #turnAround = (event: KeyboardEvent): void => {
    if (event.key !== "Tab" || !this.#element) return;
    const stops = [...this.#element.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isReachable);
    const first = stops[0];
    const last = stops.at(-1);
    const root = this.#element.getRootNode() as ShadowRoot | Document;
    const current = root.activeElement;
    const isOutside = current === this.#element;
    const turns = event.shiftKey ? current === first || isOutside : current === last;
    if (!turns) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  };
}

function isReachable(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && element.closest("[inert]") === null;
}

/**
 * For the root of a sheet (with `tabindex="-1"`): takes the focus when it appears, keeps Tab inside, and
 * gives the focus back when it goes. The sheet itself is focused and not its first button, so that no key
 * that is already on its way presses anything.
 */
export const focusScope = directive(FocusScopeDirective);
