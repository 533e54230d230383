/** Whether everybody can use the player: `npm run test:a11y -- [part …] [--engine …] [--update]`. */
import { main } from "./test/a11y/main.mjs";

process.exit(await main(process.argv.slice(2)));
