/** Every state of every screen, to look at: `npm run gallery -- [--shoot FOLDER | --check] [--help]`. */
import { main } from "./gallery/main.mjs";

const code = await main(process.argv.slice(2));
if (code !== undefined) process.exit(code);
