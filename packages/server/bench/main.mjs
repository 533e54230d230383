import { parseArgs } from "node:util";
import { sample, summarise } from "./measure.mjs";
import { startPlatform } from "./platform.mjs";
import { openScratch } from "./scratch.mjs";

const HELP = `npm run bench:server -- [--seconds 5] [--connections 16] [--viewers 500] [--database postgres://…]
                            [--profile <folder>]

Unlocks and 100-episode checks per second over HTTP, with their latencies, beside a bare single-row debit transaction on
the same database in the same run. --database (or TEST_DATABASE_URL) names a PostgreSQL on which databases may be created.
--profile leaves a CPU profile of the server there (open it in Chromium's developer tools).`;

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "5" },
    connections: { type: "string", default: "16" },
    viewers: { type: "string", default: "500" },
    database: { type: "string", default: process.env.TEST_DATABASE_URL ?? "" },
    profile: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

if (values.help || values.database === "") {
  process.stdout.write(`${HELP}\n`);
  process.exit(values.help ? 0 : 2);
}

const [seconds, connections, viewers] = [values.seconds, values.connections, values.viewers].map(Number);
const scratch = await openScratch(values.database, { connections, wallets: viewers });
const platform = await startPlatform(scratch.url, { connections, viewers, profile: values.profile });
try {
  await platform.greet();
  const acts = {
    "bare debit, no HTTP": scratch.debit,
    "unlock over HTTP": platform.unlock,
    "check of 100 episodes over HTTP": platform.check,
  };
  const samples = await takeTurns(acts);
  const results = Object.entries(samples).map(([name, each]) => ({ name, ...summarise(each) }));
  const doctor = await platform.doctor();
  report(results, doctor);
  if (!doctor.healthy) process.exitCode = 1;
} finally {
  await platform.close();
  await scratch.close();
}

/** A second of each in turn, so that all of them meet the same other work of the machine. The first round only warms. */
async function takeTurns(acts) {
  const samples = Object.fromEntries(Object.keys(acts).map((name) => [name, []]));
  const counts = Object.fromEntries(Object.keys(acts).map((name) => [name, 0]));
  for (let round = 0; round <= seconds; round += 1) {
    for (const [name, act] of Object.entries(acts)) {
      const before = platform.processor();
      const next = () => {
        counts[name] += 1;
        return act(counts[name]);
      };
      const taken = await sample(next, { seconds: 1, connections });
      if (round > 0) samples[name].push({ ...taken, processor: platform.processor() - before });
    }
  }
  return samples;
}

function report(results, doctor) {
  const [debit, unlock] = results;
  const rows = results.map(({ name, perSecond, p50, p99, processor, count, failed }) => ({
    what: name,
    "per second": Math.round(perSecond),
    "p50 ms": round(p50),
    "p99 ms": round(p99),
    // Says the same on a machine that is shared with others.
    "server's processor ms": round(processor),
    count,
    failed,
  }));
  console.table(rows);
  process.stdout.write(
    `${connections} connections, ${seconds} s each in turns of one, ${viewers} viewers, ${scratch.version}.\n` +
      `Unlocks per second are ${round(unlock.perSecond / debit.perSecond)} of the bare debit.\n` +
      `Afterwards the ledger of ${doctor.journals} journals is ${doctor.healthy ? "proven" : doctor.faults.join("; ")}.\n`,
  );
}

function round(number) {
  return Math.round(number * 100) / 100;
}
