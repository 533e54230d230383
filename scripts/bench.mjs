import { requireNodeFloor } from "./lib/node-floor.mjs";

requireNodeFloor();
const { main } = await import("./bench/main.mjs");
process.exitCode = await main(process.argv.slice(2));
