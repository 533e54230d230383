import { noChange } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";

const remembered = new WeakMap<Node, HTMLElement>();

class LastFocusDirective extends AsyncDirective {
  #element: HTMLElement | undefined;
  #listeners: AbortController | undefined;

  override render(): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart): typeof noChange {
    if (this.#element) return noChange;
    this.#element = part.element as HTMLElement;
    this.reconnected();
    return noChange;
  }

  override reconnected(): void {
    const element = this.#element;
    if (!element || this.#listeners) return;
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const keep = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement) remembered.set(element.getRootNode(), target);
    };
    // What became inert lost the focus against its will: there it shall return.
    const forget = (): void => {
      if (!element.closest("[inert]")) remembered.delete(element.getRootNode());
    };
    element.addEventListener("focusin", keep, { signal });
    element.addEventListener("focusout", forget, { signal });
  }

  override disconnected(): void {
    this.#listeners?.abort();
    this.#listeners = undefined;
  }
}

/** For controls that become inert under a sheet: keeps which of them had the focus, for {@link lastFocus}. */
export const rememberFocus = directive(LastFocusDirective);

/**
 * The control that had the focus when it became inert. The code of a sheet may come a while after its controls went:
 * by then nothing has the focus.
 */
export function lastFocus(root: Node): HTMLElement | undefined {
  const element = remembered.get(root);
  return element?.isConnected ? element : undefined;
}
