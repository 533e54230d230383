import type { Backoffice } from "../../store/backoffice.js";
import { createClient } from "./client.js";
import { ACCOUNTS, openPlatform } from "./open-platform.js";
import type { Progress } from "./progress.js";
import { type RoundEnd, runRound } from "./run-round.js";
import { drawRound } from "./schedule.js";
import { createStaff } from "./staff.js";

/** What to run. */
export interface SoakOptions {
  /** `pglite`, `scratch` or the URL of a PostgreSQL; see `openPlatform`. */
  readonly database: string;
  readonly seed: number;
  /** Requests and orders; the round in which they are reached is the last. */
  readonly attempts: number;
  /** Of the whole run; rounds follow until there were so many. 0: nobody is killed. */
  readonly kills: number;
  readonly concurrency: number;
  /** People of a round. */
  readonly people: number;
  /** Only this round, to see a failure again. */
  readonly round?: number;
  /** Ends the run after the round that is under way. */
  readonly signal?: AbortSignal;
  readonly onRound?: (report: RoundReport) => void;
  /** Called every few seconds: a large round on the embedded database takes minutes. */
  readonly onProgress?: (report: ProgressReport) => void;
}

/** Where the round that is under way is. */
export interface ProgressReport extends Progress {
  readonly round: number;
  readonly seconds: number;
  /** Of the whole run, as in `SoakEnd`. */
  readonly answered: number;
  readonly limited: number;
}

const PROGRESS_EVERY_MS = 10_000;

/** How a round ended, and where the run stands. */
export interface RoundReport extends RoundEnd {
  readonly round: number;
  readonly seconds: number;
  readonly soFar: number;
}

/** How a run ended. */
export interface SoakEnd {
  readonly version: string;
  readonly attempts: number;
  readonly answered: number;
  /** Answers that said "too many requests". */
  readonly limited: number;
  /** Requests under way at the same moment, at most. */
  readonly most: number;
  readonly seconds: number;
  readonly rounds: readonly RoundReport[];
  readonly journals: number;
}

/** Runs rounds on a platform of its own until enough was tried, or something was wrong. */
export async function runSoak(options: SoakOptions): Promise<SoakEnd> {
  const platform = await openPlatform(options.database);
  const client = createClient(() => platform.fleet.origins());
  const staff = createStaff(platform.office, ACCOUNTS);
  const begun = performance.now();
  const rounds: RoundReport[] = [];
  let [soFar, journals] = [0, 0];
  try {
    for (let round = options.round ?? 1; ; round += 1) {
      const from = performance.now();
      let progress: Progress | undefined;
      const say = () => {
        const seconds = (performance.now() - from) / 1000;
        if (progress) options.onProgress?.({ ...progress, ...client.counts, round, seconds });
      };
      const timer = setInterval(say, PROGRESS_EVERY_MS);
      const tell = (next: Progress) => {
        progress = next;
      };
      const surroundings = { platform, client, staff, kills: options.kills > 0, tell };
      const end = await runRound(drawRound({ ...options, round }), surroundings).finally(() =>
        clearInterval(timer),
      );
      const proof = await proveLedger(platform.office);
      journals = proof.journals;
      soFar += end.attempts;
      const report = {
        ...end,
        ...{ round, soFar, faults: [...end.faults, ...proof.faults] },
        seconds: (performance.now() - from) / 1000,
      };
      rounds.push(report);
      options.onRound?.(report);
      if (report.faults.length > 0 || isEnough(options, rounds, soFar)) break;
    }
  } finally {
    client.close();
    await platform.close();
  }
  const { answered, limited, most } = client.counts;
  const seconds = (performance.now() - begun) / 1000;
  return { version: platform.version, attempts: soFar, answered, limited, most, seconds, rounds, journals };
}

function isEnough(options: SoakOptions, rounds: readonly RoundReport[], soFar: number): boolean {
  const { attempts, kills, round, signal } = options;
  if (round !== undefined || signal?.aborted) return true;
  return soFar >= attempts && rounds.filter(({ blow }) => blow).length >= kills;
}

/** The ledger's own account of itself: every journal sums to zero, wallets are sums of postings, coins are conserved. */
async function proveLedger(
  office: Backoffice,
): Promise<{ readonly journals: number; readonly faults: readonly string[] }> {
  const { journals, ...counts } = await office.proof();
  const gaps = await office.gaps();
  return {
    journals,
    faults: [
      ...Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [] : [`ledger: ${name} ${count}`])),
      ...gaps.map((gap) => `ledger: ${gap}`),
    ],
  };
}
