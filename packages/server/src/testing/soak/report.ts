import type { ProgressReport, RoundReport, SoakEnd, SoakOptions } from "./run-soak.js";

/** Where a round is that takes long. */
export function printProgress({ round, seconds, phase, done, of, answered, limited }: ProgressReport): void {
  const refused = limited === 0 ? "" : `, ${limited} of them 429`;
  print(
    `  round ${round}, ${Math.round(seconds)} s: ${of} people ${phase}, ${done} are through (${answered} answers${refused})`,
  );
}

/** A line per round, and every fault in words. */
export function printRound({ round, attempts, seconds, soFar, blow, unsettled, faults }: RoundReport): void {
  const killed = blow
    ? `, ${blow.victim} killed and back in ${Math.round(blow.backAfterMs)} ms, ${unsettled} settled afterwards`
    : "";
  print(
    `Round ${round}: ${attempts} attempts, ${Math.round(attempts / seconds)}/s, ${soFar} in all${killed}: ` +
      `${faults.length === 0 ? "all held" : "FAILED"}`,
  );
  for (const fault of faults) print(`  ${fault}`);
}

/** The figures of a run; false: something did not hold. */
export function printEnd(
  end: SoakEnd,
  { seed, database, kills, backWithinMs, ...options }: SoakOptions & { readonly backWithinMs: number },
): boolean {
  const { rounds } = end;
  const failed = rounds.filter(({ faults }) => faults.length > 0);
  const blows = rounds.flatMap(({ blow }) => blow ?? []);
  const longest = Math.max(0, ...blows.map(({ backAfterMs }) => backAfterMs));
  print(
    `${end.attempts} attempts (${end.answered} answers over HTTP with what settles and looks afterwards, at most ${end.most} at the same moment) in ${Math.round(end.seconds)} s, ` +
      `${rounds.length} rounds, ${end.journals} journals, seed ${seed}, ${end.version}.`,
  );
  if (end.limited > 0)
    print(`${end.limited} of the answers were 429, too many requests: the load was less than was asked for.`);
  print(`How they ended: ${sumEnds(rounds)}.`);
  if (blows.length > 0) {
    const by = (victim: string) => blows.filter((blow) => blow.victim === victim).length;
    const unsettled = rounds.reduce((sum, round) => sum + round.unsettled, 0);
    print(
      `${blows.length} kills (${by("server")} of a server, ${by("database")} of the whole database, ${by("backend")} of one of its ` +
        `processes); ${unsettled} requests without an answer were settled by the same key; first 200 after ` +
        `${Math.round(median(blows.map(({ backAfterMs }) => backAfterMs)))} ms (median), ${Math.round(longest)} ms at most.`,
    );
  }
  if (longest > backWithinMs) print(`The first 200 took longer than ${backWithinMs} ms.`);
  for (const { round } of failed)
    print(
      `Again: npm run soak -- --seed ${seed} --round ${round} --database ${database} --concurrency ${options.concurrency} ` +
        `--people ${options.people}${kills > 0 ? " --kill 1" : ""}`,
    );
  if (failed.length === 0)
    print("No double charge, no charge without a grant, no acknowledged grant lost; the ledger is proven.");
  return failed.length === 0 && longest <= backWithinMs;
}

function sumEnds(rounds: readonly RoundReport[]): string {
  const sums = new Map<string, number>();
  for (const { ends } of rounds)
    for (const [name, count] of Object.entries(ends)) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
