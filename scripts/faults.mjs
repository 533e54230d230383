/** `npm run faults [-- --only KIND]`: what becomes of an unlock when something goes wrong. See --help. */
import { requireNodeFloor } from "./lib/node-floor.mjs";

requireNodeFloor();
const { main } = await import("./faults/main.mjs");
process.exitCode = await main(process.argv.slice(2));
