import { requireNodeFloor } from "./lib/node-floor.mjs";

requireNodeFloor();
const { main } = await import("./start/main.mjs");
process.exitCode = await main(process.argv.slice(2), process.env);
