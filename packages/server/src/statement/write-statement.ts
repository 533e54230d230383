import type { Backoffice, Coins, Period, StatementPage } from "../store/backoffice.js";
import { csvRow } from "./csv.js";

/** What a statement says in all, and whether the ledger says the same. */
export interface StatementTotals extends Coins {
  readonly sales: number;
  readonly refunds: number;
  readonly sessions: number;
  readonly seconds: number;
  /** What the postings of the period add up to. */
  readonly posted: Coins;
  /** True: the lines are the postings, to the coin. */
  readonly reconciles: boolean;
}

const COLUMNS = [
  "kind",
  "at",
  "series",
  "episode",
  "rights_holder",
  "origin",
  "placement",
  "price_list",
  "offer",
  "paid",
  "bonus",
  "seconds",
  "reference",
];

/**
 * Writes what was sold, given back and watched in a period as CSV: one row per episode or playback session, no
 * viewer in it. `paid` and `bonus` are coins, below zero for refunds.
 *
 * @param write gets the rows in pieces
 */
export async function writeStatement(
  backoffice: Backoffice,
  period: Period,
  write: (rows: string) => Promise<void> | void,
): Promise<StatementTotals> {
  const totals = { paid: 0, bonus: 0, sales: 0, refunds: 0, sessions: 0, seconds: 0 };
  const postedByPage = { paid: 0, bonus: 0 };
  await write(csvRow(COLUMNS));

  for await (const { lines, posted } of pages((after) => backoffice.earnings(period, after))) {
    postedByPage.paid += posted.paid;
    postedByPage.bonus += posted.bonus;
    for (const { kind, paid, bonus } of lines) {
      totals.paid += paid;
      totals.bonus += bonus;
      totals[kind === "refund" ? "refunds" : "sales"] += 1;
    }
    await write(
      lines
        .map((line) => csvRow([...shared(line), line.offer, line.paid, line.bonus, undefined, line.journal]))
        .join(""),
    );
  }
  for await (const { lines } of pages((after) => backoffice.watched(period, after))) {
    totals.sessions += lines.length;
    for (const { seconds } of lines) totals.seconds += seconds;
    await write(
      lines
        .map((line) => csvRow([...shared(line), undefined, undefined, undefined, line.seconds, line.session]))
        .join(""),
    );
  }
  const posted = await backoffice.earned(period);
  return {
    ...totals,
    posted,
    reconciles: isSame(totals, postedByPage) && isSame(totals, posted),
  };
}

async function* pages<Page extends StatementPage<unknown>>(
  read: (after: unknown) => Promise<Page>,
): AsyncGenerator<Page> {
  let after: unknown;
  do {
    const page = await read(after);
    yield page;
    after = page.last;
  } while (after !== undefined);
}

function shared(line: {
  readonly kind: string;
  readonly at: string;
  readonly series: string | null;
  readonly episode: string;
  readonly rightsHolder: string | null;
  readonly origin: string | null;
  readonly placement: string | null;
  readonly priceList: string;
}) {
  const { kind, at, series, episode, rightsHolder, origin, placement, priceList } = line;
  return [kind, at, series, episode, rightsHolder, origin, placement, priceList];
}

function isSame(a: Coins, b: Coins): boolean {
  return a.paid === b.paid && a.bonus === b.bonus;
}
