import { fileURLToPath } from "node:url";

const CSS_TAG = fileURLToPath(new URL("./css-tag.mjs", import.meta.url));
const LIT = /[\\/]node_modules[\\/](?:@lit[\\/]reactive-element|lit-html|lit-element)[\\/]/;

/** What Lit offers at load to polyfills and to hydration: the player's browsers need none, and its servers render none. */
const HOOKS =
  /\b\w+\.(?:reactiveElementPolyfillSupport|litHtmlPolyfillSupport|litElementPolyfillSupport|litElementHydrateSupport)\b/g;

/**
 * A rollup plugin that leaves out of Lit what the player has no use for: 0.5 kB before the first frame. Should a newer
 * Lit be written differently it stays whole, and the check of sizes says so.
 * @returns {import("rollup").Plugin}
 */
export function leanLit() {
  return {
    name: "lean-lit",
    resolveId: (source, importer = "") =>
      LIT.test(importer) && source.endsWith("/css-tag.js") ? CSS_TAG : null,
    transform: (code, id) => (LIT.test(id) ? { code: shrinkLit(code), map: null } : null),
  };
}

/**
 * @param {string} code a module of Lit's production build
 * @returns {string} the same without its hooks
 */
export function shrinkLit(code) {
  return code.replace(HOOKS, "undefined");
}
