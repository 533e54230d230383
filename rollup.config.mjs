import { rmSync } from "node:fs";
import path from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";
import { collectCore } from "./scripts/build/collect-core.mjs";
import { licences } from "./scripts/build/licences.mjs";

// Bundles what tsc has emitted into packages/player/cdn: a folder for <script type="module"> that works
// wherever it is copied, because every specifier in it is relative. `npm run build` adds the stylesheet,
// SHA256SUMS and integrity.json.
const DIST = path.resolve("packages/player/dist");
const CDN = path.resolve("packages/player/cdn");
const DEFINE = path.join(DIST, "define.js");

const plugins = [
  nodeResolve({ browser: true, exportConditions: ["production"] }),
  terser({ module: true, ecma: 2022, compress: { passes: 2 }, format: { comments: false } }),
];

/** Chunks of an earlier build would be copied and served for ever. */
const emptyFolder = {
  name: "empty-folder",
  renderStart: () => rmSync(CDN, { recursive: true, force: true }),
};

/** The element: a line under a stable name, and chunks that can be cached for ever. */
const element = {
  input: { "micro-drama": DEFINE },
  output: {
    dir: CDN,
    format: "es",
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js",
    manualChunks: collectCore(DEFINE),
  },
  plugins: [...plugins, emptyFolder, licences("THIRD-PARTY-LICENSES.txt")],
};

/** The loader shares nothing with the element: it must stay tiny and import the entry only when it is wanted. */
const loader = {
  input: { "micro-drama-loader": path.join(DIST, "loader.js") },
  external: (id) => path.resolve(DIST, id) === DEFINE,
  output: {
    dir: CDN,
    format: "es",
    entryFileNames: "[name].js",
    paths: { [DEFINE]: "./micro-drama.js" },
  },
  plugins,
};

export default [element, loader];
