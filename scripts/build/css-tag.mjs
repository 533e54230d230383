// Takes the place of Lit's `css-tag` in the bundle. Lit's own also serves browsers without constructable style sheets
// and sheets that are put together from others; the player runs in none of the former and has none of the latter.

/** What css`` gives. The sheet is made when it is first adopted: a server has none. */
export class CSSResult {
  #sheet;

  /** @param {string} cssText */
  constructor(cssText) {
    this.cssText = cssText;
  }

  get styleSheet() {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.cssText);
    }
    return this.#sheet;
  }
}

/** @param {TemplateStringsArray} strings without values between them */
export const css = (strings) => new CSSResult(strings[0]);

/** @param {ShadowRoot} root @param {CSSResult[]} styles */
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet);
};

/** Lit hands these on; nothing here calls them. */
export const unsafeCSS = (cssText) => new CSSResult(cssText);
export const getCompatibleStyle = (style) => style;
export const supportsAdoptingStyleSheets = true;
