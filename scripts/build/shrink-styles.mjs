/** Where the player keeps its style sheets: modules that hold css`` templates and nothing else. */
const STYLES = /[\\/]player[\\/]dist[\\/]style[\\/]/;

/**
 * A rollup plugin that takes comments and white space out of css`` templates, which a minifier of scripts must
 * leave as they are.
 * @returns {import("rollup").Plugin}
 */
export function shrinkStyles() {
  return {
    name: "shrink-styles",
    transform: (code, id) => (STYLES.test(id) ? { code: shrinkCss(code), map: null } : null),
  };
}

/**
 * @param {string} css a style sheet, or a module around one
 * @returns {string} the same rules
 */
export function shrinkCss(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\n\s*/g, "\n")
    .replace(/([\w-]): /g, "$1:")
    .replace(/ \{\n/g, "{")
    .replace(/;\n\}/g, "}")
    .replace(/([;{},])\n(?=[\w.:&@#[}-])/g, "$1");
}
