import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { printEnd, printProgress, printRound } from "./report.js";
import { runSoak, type SoakOptions } from "./run-soak.js";

const HELP = `npm run soak -- [--attempts 5000] [--seed N] [--database URL|scratch|pglite] [--concurrency 1000] [--kill [N]]

Randomised purchases, bundles, codes, waits, top-ups, gifts, refunds, revocations, merges of several guests, films and
checks by many people over HTTP, against server processes of its own. After each round
everybody's purchases are settled by their keys, and it is looked from outside and in the ledger whether anybody was
charged twice, charged without a grant, lost what was granted, or was given what was not.

--attempts N      requests and orders of the staff, at least (default 5000)
--seed N          the same numbers draw the same schedules (default: random; printed)
--round R         only this round, to see a failure again
--database WHERE  pglite: embedded, one process (default); scratch: a PostgreSQL that is started for it and can be killed;
                  or the URL of a PostgreSQL on which databases may be created. Two server processes on PostgreSQL.
--concurrency N   requests under way at the same moment, at most (default 1000); some rounds take fewer
--people N        per round (default 300; 30 with --kill)
--kill [N]        SIGKILL in the middle of every round, N times at least (default 20): a server, one connection's process
                  of a scratch PostgreSQL, or all of it

Every ten seconds it says how far the round is. Ctrl-C ends it after the round that is under way, with its figures.
Exit codes: 0 all held, 1 something did not, 2 wrong arguments. The order in which answers come is the machine's: a
round that failed is drawn again as it was, and may have to be run more than once to fail again.`;

const DEFAULT_KILLS = 20;
/** "First 200 again within 10 s": design note on entitlement, figure 2. */
const BACK_WITHIN_MS = 10_000;

/** \`--kill\` alone means some; parseArgs knows no optional values. */
function withKills(argv: readonly string[]): string[] {
  return argv.flatMap((item, index) =>
    item === "--kill" && !/^\d+$/.test(argv[index + 1] ?? "") ? [item, String(DEFAULT_KILLS)] : [item],
  );
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name}: '${text}' is no whole number`);
  return Number(text);
}

function readOptions(argv: readonly string[]): SoakOptions | undefined {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: withKills(argv),
    options: {
      ...{
        attempts: text,
        seed: text,
        round: text,
        database: text,
        concurrency: text,
        people: text,
        kill: text,
      },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  const kills = values.kill === undefined ? 0 : whole("kill", values.kill);
  return {
    database: values.database ?? "pglite",
    seed: values.seed === undefined ? randomInt(1_000_000_000) : whole("seed", values.seed),
    attempts: whole("attempts", values.attempts ?? (kills > 0 ? "0" : "5000")),
    kills,
    concurrency: whole("concurrency", values.concurrency ?? "1000"),
    people: whole("people", values.people ?? (kills > 0 ? "30" : "300")),
    ...(values.round === undefined ? {} : { round: whole("round", values.round) }),
    onRound: printRound,
    onProgress: printProgress,
  };
}

async function main(argv: readonly string[]): Promise<number> {
  let options: SoakOptions | undefined;
  try {
    options = readOptions(argv);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nTry --help.\n`);
    return 2;
  }
  if (!options) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const asked = new AbortController();
  process.once("SIGINT", () => asked.abort());
  process.stdout.write(`Seed ${options.seed}, database ${options.database}.\n`);
  const end = await runSoak({ ...options, signal: asked.signal });
  return printEnd(end, { ...options, backWithinMs: BACK_WITHIN_MS }) ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
