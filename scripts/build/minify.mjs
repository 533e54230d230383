import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import terser from "@rollup/plugin-terser";
import { fromRoot } from "../lib/paths.mjs";

/** From this size on a chunk is a library that changes once in months and takes seconds to minify. */
const WORTH_KEEPING = 600_000;

/** Each of these wins 0.1 to 0.3 %, which is what the promise of 28 kB may hang on. */
const COMPRESS = { passes: 3, inline: 1, keep_fargs: false };

const OPTIONS = { module: true, ecma: 2022, compress: COMPRESS, format: { comments: false } };

/**
 * The terser plugin, with a memory for large chunks.
 * @param {{ cacheFolder?: string }} [options]
 * @returns {import("rollup").Plugin}
 */
export function minify({ cacheFolder = fromRoot("node_modules", ".cache", "micro-drama", "minified") } = {}) {
  const plugin = terser(OPTIONS);
  return {
    ...plugin,
    name: "minify",
    async renderChunk(code, ...rest) {
      if (code.length < WORTH_KEEPING) return plugin.renderChunk.call(this, code, ...rest);
      const file = path.join(cacheFolder, `${keyOf(code)}.js`);
      if (existsSync(file)) return readFileSync(file, "utf8");
      const minified = await plugin.renderChunk.call(this, code, ...rest);
      mkdirSync(cacheFolder, { recursive: true });
      writeFileSync(file, minified);
      return minified;
    },
  };
}

function keyOf(code) {
  const { packages } = JSON.parse(readFileSync(fromRoot("package-lock.json"), "utf8"));
  const version = packages["node_modules/terser"]?.version;
  return createHash("sha256")
    .update(`${version}\0${JSON.stringify(OPTIONS)}\0${code}`)
    .digest("hex")
    .slice(0, 32);
}
