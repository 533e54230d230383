import { type CSSResult, noChange } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";

class AdoptStylesDirective extends Directive {
  override render(_styles: readonly CSSResult[]): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [styles]: [readonly CSSResult[]]): typeof noChange {
    // The element enters its root right after this update, and before the next paint.
    queueMicrotask(() => adopt(part.element, styles));
    return noChange;
  }
}

function adopt(element: Element, styles: readonly CSSResult[]): void {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot || root instanceof Document)) return;
  for (const { styleSheet } of styles) {
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    }
  }
}

/** Brings the style sheets of a view that was loaded later into the root in which it stands. */
export const adoptStyles = directive(AdoptStylesDirective);
