import { requireNodeFloor } from "./lib/node-floor.mjs";

requireNodeFloor();
const { main } = await import("./test/main.mjs");
// A browser that was given up may still owe an answer: nobody waits for it.
process.exit(await main(process.argv.slice(2)));
