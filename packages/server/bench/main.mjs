import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { measure } from "./measure.mjs";
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
  const run = async (name, act) => {
    const before = platform.processor();
    const measured = await measure(act, { name, seconds, connections });
    return { ...measured, processor: (platform.processor() - before) / measured.count };
  };
  // Warm first, and in the same order as measured.
  await measure((n) => scratch.debit(n), { name: "", seconds: 1, connections });
  await measure((n) => platform.unlock(n), { name: "", seconds: 1, connections });
  const debit = await run("bare debit, no HTTP", (n) => scratch.debit(n));
  const unlock = await run("unlock over HTTP", (n) => platform.unlock(n, randomUUID()));
  const check = await run("check of 100 episodes over HTTP", (n) => platform.check(n));
  const doctor = await platform.doctor();
  report({ debit, unlock, check, doctor });
  if (!doctor.healthy) process.exitCode = 1;
} finally {
  await platform.close();
  await scratch.close();
}

function report({ debit, unlock, check, doctor }) {
  const rows = [debit, unlock, check].map(({ name, perSecond, p50, p99, processor, count, failed }) => ({
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
    `${connections} connections, ${seconds} s each, ${viewers} viewers, ${scratch.version}.\n` +
      `Unlocks per second are ${round(unlock.perSecond / debit.perSecond)} of the bare debit.\n` +
      `Afterwards the ledger of ${doctor.journals} journals is ${doctor.healthy ? "proven" : doctor.faults.join("; ")}.\n`,
  );
}

function round(number) {
  return Math.round(number * 100) / 100;
}
