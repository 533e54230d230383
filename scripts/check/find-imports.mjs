/**
 * An import in a source file.
 *
 * @typedef {{specifier: string, isDynamic: boolean, isType: boolean}} Import
 */

const STATIC = /^[ \t]*(?:import|export)\b(\s+type\b)?(?:[^"'`;()]*?\bfrom)?\s*["']([^"']+)["']/gm;

/** Also an `import("…")` in the place of a type, which a dot and a name follow. */
const DYNAMIC = /\bimport\(\s*["']([^"']+)["']\s*\)(\.[A-Z])?/g;

const COMMENT_LINE = /^\s*(\*|\/\/|\/\*)/;

/**
 * Finds the imports of a TypeScript source by the look of its lines: TypeScript 7 has no parser to ask.
 * Examples in docblocks do not count.
 *
 * @param {string} source
 * @returns {Import[]}
 */
export function findImports(source) {
  const found = [];
  for (const { 1: type, 2: specifier } of source.matchAll(STATIC)) {
    found.push({ specifier, isDynamic: false, isType: type !== undefined });
  }
  for (const { 1: specifier, 2: member, index } of source.matchAll(DYNAMIC)) {
    const line = source.slice(source.lastIndexOf("\n", index) + 1, index);
    if (COMMENT_LINE.test(line)) continue;
    found.push({ specifier, isDynamic: true, isType: member !== undefined || /\btypeof\s+$/.test(line) });
  }
  return found;
}
