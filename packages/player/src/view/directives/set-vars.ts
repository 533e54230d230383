import { noChange } from "lit";
import { Directive, directive, type ElementPart, type PartInfo, PartType } from "lit/directive.js";

/** Custom properties to set; `null` removes one. */
export type StyleVars = Readonly<Record<`--${string}`, string | number | null>>;

class SetVarsDirective extends Directive {
  #set: Record<string, string> = {};

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT)
      throw new Error("setVars belongs on an element, outside of its attributes");
  }

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
 * attribute or `styleMap` would not be.
 */
export const setVars = directive(SetVarsDirective);
