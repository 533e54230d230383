/**
 * `npm run soak:player [-- --swipes 200 --mounts 100]`: swipes through a series and mounts the player again and again in
 * Chromium, and looks at what is left in memory. Ends with 1 when anything is beyond its limit.
 */
import { parseArgs } from "node:util";
import { requireNodeFloor } from "./lib/node-floor.mjs";

requireNodeFloor();
const { main: build } = await import("./build/main.mjs");
const { printFigures } = await import("./soak/limits.mjs");
const { runSoak } = await import("./soak/run-soak.mjs");

const { values } = parseArgs({
  options: {
    swipes: { type: "string", default: "200" },
    mounts: { type: "string", default: "100" },
  },
});
process.exitCode = await build([]);
if (process.exitCode === 0) {
  const figures = await runSoak({ swipes: Number(values.swipes), mounts: Number(values.mounts) });
  process.exitCode = printFigures(figures) ? 0 : 1;
}
