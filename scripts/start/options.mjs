import path from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../lib/paths.mjs";
import { PlainError } from "../lib/words.mjs";

/** First of the three ports when nobody chooses: page, then platform API, then media. */
export const DEFAULT_PORT = 4400;

/** Ports that browsers refuse to open (https://fetch.spec.whatwg.org/#port-blocking), above the privileged range. */
const BLOCKED_BY_BROWSERS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
]);

/** What `npm start -- --help` prints. */
export const HELP = `Usage: npm start [-- options]

Installs what is missing, builds what is stale, then serves a publisher's page, the platform's API and the
media on three origins (three ports in a row) until Ctrl-C.

  --port <number>   first of the three ports (default ${DEFAULT_PORT}; also the environment variable PORT)
  --host <address>  listen on this address only, such as 127.0.0.1 (default: all, so that a phone can open it)
  --data <folder>   where the demo keeps its database and keys (default .data/demo)
  --series <folder> the folder of packaged series to serve (default examples/series)
  --reset           delete that folder first: wallets, unlocks and keys begin anew
  --no-install      do not look at node_modules
  --no-build        serve what is built, even if the sources are newer
  --help            this

Environment: PORT; DATABASE_URL puts the platform on a PostgreSQL instead of the embedded database.`;

/**
 * Reads the command line of `npm start`.
 * @param {readonly string[]} argv without node and the script
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {{ help: boolean, port: number, host: string | undefined, dataFolder: string, seriesFolder: string, reset: boolean,
 *   install: boolean, build: boolean, databaseUrl: string | undefined }}
 * @throws {PlainError} when an option is unknown or a value makes no sense
 */
export function parseOptions(argv, env) {
  const { values } = readArguments(argv);
  const chosenPort = values.port ?? env.PORT;
  return {
    help: values.help,
    port: chosenPort === undefined || chosenPort === "" ? DEFAULT_PORT : parsePort(chosenPort),
    host: values.host,
    dataFolder: path.resolve(ROOT, values.data),
    seriesFolder: path.resolve(ROOT, values.series),
    reset: values.reset,
    install: !values["no-install"],
    build: !values["no-build"],
    databaseUrl: env.DATABASE_URL || undefined,
  };
}

function readArguments(argv) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        help: { type: "boolean", short: "h", default: false },
        port: { type: "string" },
        host: { type: "string" },
        data: { type: "string", default: path.join(".data", "demo") },
        series: { type: "string", default: path.join("examples", "series") },
        reset: { type: "boolean", default: false },
        "no-install": { type: "boolean", default: false },
        "no-build": { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new PlainError(`${error.message}\n\n${HELP}`);
  }
}

function parsePort(text) {
  const port = Number(text);
  // Three ports in a row, so the last possible first one is 65533.
  if (!Number.isInteger(port) || port < 1 || port > 65_533) {
    throw new PlainError(`The port must be a whole number from 1 to 65533, and this is "${text}".`);
  }
  const blocked = [port, port + 1, port + 2].find((each) => BLOCKED_BY_BROWSERS.has(each));
  if (blocked !== undefined) {
    throw new PlainError(
      `Browsers refuse to open port ${blocked}. Choose another first port, such as ${DEFAULT_PORT}.`,
    );
  }
  return port;
}
