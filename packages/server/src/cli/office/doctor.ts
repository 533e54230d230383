import { writeStatement } from "../../statement/write-statement.js";
import { writeLine } from "../events.js";
import { EXIT } from "../exit.js";
import { withOffice } from "./open-office.js";

/** Before any journal, and after every one. */
const ALWAYS = { from: "2000-01-01T00:00:00.000Z", to: "9999-01-01T00:00:00.000Z" };

/**
 * `doctor`: proves that the ledger holds: every journal sums to zero, wallets are their postings, nobody paid without
 * a right, nothing was given back twice, statements reconcile, guards and migrations are in place. Reads only; exit code
 * 5 when something is wrong.
 */
export async function doctor({ data }: { readonly data: string }): Promise<void> {
  await withOffice(data, async (office) => {
    const { journals, ...counts } = await office.proof();
    const gaps = await office.gaps();
    const { reconciles, paid, bonus, seconds } = await writeStatement(office, ALWAYS, () => {});
    const faults = [
      ...Object.entries(counts)
        .filter(([, count]) => count !== 0)
        .map(([name, count]) => `${name}: ${count}`),
      ...gaps,
      ...(reconciles ? [] : ["the statement of all time is not what was posted"]),
    ];
    writeLine({
      healthy: faults.length === 0,
      faults,
      journals,
      proof: counts,
      earned: { paid, bonus },
      seconds,
    });
    if (faults.length > 0) process.exitCode = EXIT.ledgerBroken;
  });
}
