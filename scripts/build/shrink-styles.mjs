/** Where the player keeps its style sheets: modules that hold css`` templates and nothing else. */
const STYLES = /[\\/]player[\\/]dist[\\/]style[\\/]/;

/** Where its html`` templates are. No text in them minds how a line is indented. */
const VIEWS = /[\\/]player[\\/]dist[\\/](view|element)[\\/]/;

/**
 * A rollup plugin that takes comments and white space out of css`` templates and indentation out of html``
 * templates, which a minifier of scripts must leave as they are.
 * @returns {import("rollup").Plugin}
 */
export function shrinkStyles() {
  return {
    name: "shrink-styles",
    transform(code, id) {
      if (STYLES.test(id)) return { code: shrinkCss(code), map: null };
      return VIEWS.test(id) ? { code: code.replace(/\n\s+/g, "\n"), map: null } : null;
    },
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
    .replace(/([;{},])\n(?=[\w.:&@#[}-])/g, "$1")
    .replace(/, /g, ",")
    .replace(/ ([>/]) /g, "$1")
    .replace(/([ (,:/-])0\.(?=\d)/g, "$1.")
    .replace(/ !important/g, "!important");
}
