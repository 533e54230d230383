import { readFileSync } from "node:fs";
import path from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";
import { rollup } from "rollup";
import { parseAst } from "rollup/parseAst";

/** A chunk whose address a script computes: it brings it in any case, only later. */
const BROUGHT = /new URL\("(\.\/chunks\/[^"]+)"/g;

/**
 * A built file, everything that it imports statically, and the chunk that it brings by itself.
 *
 * @param {string} entry absolute path
 * @returns {{path: string, code: string}[]}
 */
export function readStaticGraph(entry) {
  const files = new Map();
  const waiting = [entry];
  while (waiting.length > 0) {
    const file = waiting.pop();
    if (files.has(file)) continue;
    const code = readFileSync(file, "utf8");
    files.set(file, { path: file, code });
    const brought = [...code.matchAll(BROUGHT)].map(([, specifier]) => specifier);
    const specifiers = [...staticImports(code), ...brought];
    waiting.push(...specifiers.map((specifier) => path.resolve(path.dirname(file), specifier)));
  }
  return [...files.values()];
}

/** @returns {string[]} specifiers of the static imports and re-exports of a module */
export function staticImports(code) {
  return parseAst(code)
    .body.filter(({ type }) =>
      ["ImportDeclaration", "ExportNamedDeclaration", "ExportAllDeclaration"].includes(type),
    )
    .flatMap(({ source }) => (source ? [source.value] : []));
}

/** The same for a module of a package, bundled and minified as a page's own build would. */
export async function bundleGraph(entry) {
  const bundle = await rollup({
    input: entry,
    // Lazy parts use what the entry has; without this rollup would add an empty file between them.
    preserveEntrySignatures: "allow-extension",
    plugins: [
      nodeResolve({ browser: true, exportConditions: ["production"] }),
      terser({ module: true, ecma: 2022 }),
    ],
  });
  const { output } = await bundle.generate({ format: "es" });
  await bundle.close();
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const reached = new Set();
  const waiting = [output[0].fileName];
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...chunks.get(name).imports);
  }
  return [...reached].map((name) => ({ path: `${entry} (${name})`, code: chunks.get(name).code }));
}
