import { parseArgs } from "node:util";
import { PlainError } from "../lib/words.mjs";
import { PROFILES } from "./network/profiles.mjs";
import { makeQuick, PLAN } from "./plan.mjs";

export const HELP = `Usage: npm run bench [-- options]

Measures <micro-drama> against what people would use instead: three HTTP/2 origins behind a shaped network,
Chromium as a phone with a processor four times slower, a cold cache, and the pixels on the screen as the judge.
The whole of it takes an hour and a half and writes its tables into README.md; leave the machine alone.

  --only NAME        a scenario or a row of the plan; may be given several times
  --contender NAME   only this one; may be given several times
  --profile NAME     only rows on this network: ${Object.keys(PROFILES).join(", ")}
  --repeats N        in place of what the plan says
  --quick            one repeat, short sessions
  --seed N           which requests fail on the train (default 1)
  --resume           go on with the whole run that broke off last; rows that it had measured are kept
  --json FILE        the figures, and the shortfalls: targets that were not reached
  --no-build         measure what lies in packages/player/cdn, without building it
  --write            write README.md and scripts/bench/results after a narrowed run too
  --list             print the plan and end
  --help             this text

Needs chromium, ffmpeg and openssl. Players of others are installed into .data/bench at the first run, and the films
are made there. Exit code 0: everything was measured; 1: it broke, or a contender failed; 2: wrong options. Targets
that were not reached are no failure: they are the last table, and "shortfalls" in the JSON.`;

const OPTIONS = {
  only: { type: "string", multiple: true, default: [] },
  contender: { type: "string", multiple: true, default: [] },
  profile: { type: "string" },
  repeats: { type: "string" },
  quick: { type: "boolean", default: false },
  seed: { type: "string", default: "1" },
  json: { type: "string" },
  resume: { type: "boolean", default: false },
  "no-build": { type: "boolean", default: false },
  write: { type: "boolean" },
  list: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
};

/**
 * @param {readonly string[]} argv
 * @returns {{rows: import("./plan.mjs").Row[], seed: number, json?: string, writes: boolean, isWhole: boolean,
 *   builds: boolean, resumes: boolean, list: boolean, help: boolean}} `isWhole`: nothing was left out or shortened
 * @throws {PlainError} naming what is not known
 */
export function parseOptions(argv) {
  const values = read(argv);
  const { only, contender, profile, quick, json, list, help } = values;
  if (profile !== undefined && !Object.hasOwn(PROFILES, profile)) {
    throw new PlainError(`--profile takes ${Object.keys(PROFILES).join(", ")}; got ${profile}`);
  }
  const repeats = values.repeats === undefined ? undefined : readCount("--repeats", values.repeats);
  const rows = PLAN.filter(
    ({ id, scenario }) => only.length === 0 || only.includes(id) || only.includes(scenario),
  )
    .filter((row) => profile === undefined || row.profile === profile)
    .map((row) => (contender.length === 0 ? row : keepContenders(row, contender)))
    .filter((row) => row.contenders.length > 0)
    .map((row) => (quick ? makeQuick(row) : row))
    .map((row) => (repeats === undefined ? row : { ...row, repeats }));
  if (rows.length === 0) throw new PlainError("Nothing in the plan fits these options. See --list");
  const isWhole = only.length === 0 && contender.length === 0 && profile === undefined && !quick && !repeats;
  return {
    rows,
    seed: readCount("--seed", values.seed),
    ...(json !== undefined && { json }),
    writes: values.write ?? isWhole,
    isWhole,
    builds: !values["no-build"],
    resumes: values.resume,
    list,
    help,
  };
}

function read(argv) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS }).values;
  } catch (error) {
    throw new PlainError(`${error.message} See --help`);
  }
}

function keepContenders(row, names) {
  return { ...row, contenders: row.contenders.filter((name) => names.includes(name)) };
}

function readCount(name, text) {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new PlainError(`${name} takes a whole number from 1; got ${text}`);
  return count;
}
