import { noChange } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";

class PassFocusDirective extends AsyncDirective {
  #element: Element | undefined;
  #heir = "";

  override render(_heir: string): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [heir]: [string]): typeof noChange {
    this.#element = element;
    this.#heir = heir;
    return noChange;
  }

  /** Its nodes are still in the page. */
  override disconnected(): void {
    const root = this.#element?.getRootNode();
    if (!(root instanceof ShadowRoot) || !this.#element?.contains(root.activeElement)) return;
    root.querySelector<HTMLElement>(this.#heir)?.focus({ preventScroll: true });
  }
}

/**
 * For what goes by itself, or by its own buttons: who had the focus in it keeps it in the player.
 *
 * @param heir a selector of what has it then
 */
export const passFocus = directive(PassFocusDirective);
