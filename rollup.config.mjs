import { rmSync } from "node:fs";
import path from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { leanLit } from "./scripts/build/lean-lit.mjs";
import { licences } from "./scripts/build/licences.mjs";
import { minify } from "./scripts/build/minify.mjs";
import { shrinkStyles } from "./scripts/build/shrink-styles.mjs";
import { stableEntry } from "./scripts/build/stable-entry.mjs";

// Bundles what tsc has emitted into packages/player/cdn: a folder for <script type="module"> that works
// wherever it is copied, because every specifier in it is relative. `npm run build` adds the stylesheet,
// SHA256SUMS and integrity.json.
const DIST = path.resolve("packages/player/dist");
const CDN = path.resolve("packages/player/cdn");

const plugins = [
  leanLit(),
  nodeResolve({ browser: true, exportConditions: ["production"] }),
  shrinkStyles(),
  minify(),
];

/** A warning ends the build, since nobody reads warnings of a build that works; two are known to be harmless. */
function onwarn(warning) {
  // The decorators' helper that tsc emits asks for `this` at the top of a module, and does without.
  if (warning.code === "THIS_IS_UNDEFINED") return;
  if (warning.code === "CIRCULAR_DEPENDENCY" && warning.ids.every((id) => id.includes("node_modules")))
    return;
  throw new Error(warning.message);
}

/** Chunks of an earlier build would be copied and served for ever. */
const emptyFolder = {
  name: "empty-folder",
  renderStart: () => rmSync(CDN, { recursive: true, force: true }),
};

const { remember, name } = stableEntry({ chunk: "core", placeholder: "./define.js" });

/** The element: chunks that can be cached for ever. */
const element = {
  input: { core: path.join(DIST, "define.js") },
  // The lazy parts use what the core has, so it may export more than the entry's own names.
  preserveEntrySignatures: "allow-extension",
  output: {
    dir: CDN,
    format: "es",
    entryFileNames: "chunks/[name]-[hash].js",
    chunkFileNames: "chunks/[name]-[hash].js",
  },
  onwarn,
  plugins: [...plugins, emptyFolder, remember, licences("THIRD-PARTY-LICENSES.txt")],
};

/** The script that pages name. It shares no module with the element, whose chunks must never import it. */
const entry = {
  input: { "micro-drama": path.join(DIST, "entry.js") },
  output: { dir: CDN, format: "es", entryFileNames: "[name].js" },
  onwarn,
  plugins: [name, ...plugins],
};

/** The loader shares nothing with the element: it stays tiny, and imports the entry beside it when it is wanted. */
const loader = {
  input: { "micro-drama-loader": path.join(DIST, "loader.js") },
  output: { dir: CDN, format: "es", entryFileNames: "[name].js" },
  onwarn,
  plugins,
};

export default [element, entry, loader];
