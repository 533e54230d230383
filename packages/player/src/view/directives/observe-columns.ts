import { noChange } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";

class ObserveColumnsDirective extends AsyncDirective {
  #element: Element | undefined;
  #tell: ((columns: number) => void) | undefined;
  #observer: ResizeObserver | undefined;

  override render(_tell: (columns: number) => void): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [tell]: [(columns: number) => void]): typeof noChange {
    this.#tell = tell;
    if (this.#element) return noChange;
    this.#element = part.element;
    this.reconnected();
    return noChange;
  }

  override reconnected(): void {
    const element = this.#element;
    if (!element || this.#observer) return;
    this.#observer = new ResizeObserver(() => this.#tell?.(countColumns(element)));
    this.#observer.observe(element);
  }

  override disconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}

/** Used values of grid tracks are in pixels, one each. */
function countColumns(grid: Element): number {
  const { display, gridTemplateColumns } = getComputedStyle(grid);
  return display === "grid" ? Math.max(1, gridTemplateColumns.split(" ").length) : 1;
}

/** Tells how many columns a CSS grid has, at first and whenever that may have changed. */
export const observeColumns = directive(ObserveColumnsDirective);
