import { noChange } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";

/** Custom properties to set; `null` removes one. */
export type StyleVars = Readonly<Record<`--${string}`, string | number | null>>;

class SetVarsDirective extends Directive {
  #set: Record<string, string> = {};

  override render(_vars: StyleVars): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [vars]: [StyleVars]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(vars)) {
      const text = value === null ? "" : String(value);
      if (this.#set[name] === text) continue;
      this.#set[name] = text;
      style.setProperty(name, text);
    }
    return noChange;
  }
}

/**
 * Sets custom properties of an element through the CSSOM, which a strict `style-src` allows; a `style`
 * attribute or `styleMap` would not be. It belongs on an element, outside of its attributes.
 */
export const setVars = directive(SetVarsDirective);
