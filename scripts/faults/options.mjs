import { parseArgs } from "node:util";
import { PlainError } from "../lib/words.mjs";

/** Most of a kind is waiting, so that two processors carry several. */
const PARALLEL = 4;

/**
 * Reads the command line of `npm run faults`.
 *
 * @template {{ kind: string }} K
 * @param {readonly string[]} argv
 * @param {readonly K[]} kinds
 * @returns {{ help: boolean, build: boolean, parallel: number, kinds: K[] }}
 * @throws {PlainError} naming what is not known
 */
export function parseOptions(argv, kinds) {
  const values = readArguments(argv);
  const parallel = Number(values.parallel);
  if (!Number.isInteger(parallel) || parallel < 1)
    throw new PlainError(`--parallel takes a whole number from 1 on, and this is "${values.parallel}".`);
  const wanted = values.only.flatMap((names) => names.split(","));
  const unknown = wanted.find((name) => !kinds.some(({ kind }) => kind === name));
  if (unknown !== undefined)
    throw new PlainError(`There is no kind "${unknown}". See npm run faults -- --help`);
  return {
    help: values.help,
    build: !values["no-build"],
    parallel,
    kinds: wanted.length === 0 ? [...kinds] : kinds.filter(({ kind }) => wanted.includes(kind)),
  };
}

/** What `npm run faults -- --help` prints. @param {readonly { kind: string, what: string }[]} kinds */
export function createHelp(kinds) {
  const width = Math.max(...kinds.map(({ kind }) => kind.length));
  return `Usage: npm run faults [-- options]

Buys an episode again and again in a real Chromium page with the built player from the real server, and each time
something else goes wrong on the way. Each purchase must end granted or declined within 15 s of the backend answering
again, with nothing for sale in between; the ledger must then hold one charge for what is granted, and none for what
is not. Exit code 1 when a promise is broken.

  --only <kind>      this one; may be repeated, or be several with commas
  --parallel <n>     how many at once (default ${PARALLEL})
  --no-build         do not build first
  --help             this

Kinds:
${kinds.map(({ kind, what }) => `  ${kind.padEnd(width)}  ${what}`).join("\n")}`;
}

function readArguments(argv) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        help: { type: "boolean", short: "h", default: false },
        only: { type: "string", multiple: true, default: [] },
        parallel: { type: "string", default: String(PARALLEL) },
        "no-build": { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    throw new PlainError(`${error.message}. See npm run faults -- --help`);
  }
}
