import { compressedSize } from "../../check/compressed-size.mjs";
import { readStaticGraph } from "../../check/static-graph.mjs";
import { fromRoot } from "../../lib/paths.mjs";

const ENTRY = fromRoot("packages/player/cdn/micro-drama.js");

/**
 * The script that a browser fetches before it runs a line of ours. No browser needed: it is what lies on the disk.
 *
 * @returns {import("../measure.mjs").Sample}
 */
export function measureScript() {
  const graph = readStaticGraph(ENTRY);
  const bytes = graph.reduce((sum, { code }) => sum + compressedSize(code, "brotli"), 0);
  return { row: "script", contender: "ours", repeat: 1, figures: { brotliKb: bytes / 1000 } };
}
