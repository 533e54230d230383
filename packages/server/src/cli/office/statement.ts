import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { writeStatement } from "../../statement/write-statement.js";
import { EXIT } from "../exit.js";
import { readInstant } from "./gift.js";
import { withOffice } from "./open-office.js";

/** Options of `statement`. */
export interface StatementOptions {
  readonly data: string;
  /** Default: the beginning of last month (UTC). */
  readonly from?: string;
  /** Up to and without this instant. Default: the beginning of this month (UTC). */
  readonly to?: string;
  /** Default: standard output. */
  readonly out?: string;
}

/**
 * `statement`: what was sold, given back and watched in a period as CSV, and on standard error whether the ledger says
 * the same; exit code 5 when it does not.
 *
 * @throws ConfigurationError, or the system's error when the file cannot be written
 */
export async function statement({ data, from, to, out }: StatementOptions): Promise<void> {
  const now = new Date();
  const monthBegins = (back: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back)).toISOString();
  const period = {
    from: from === undefined ? monthBegins(1) : readInstant("--from", from),
    to: to === undefined ? monthBegins(0) : readInstant("--to", to),
  };
  await withOffice(data, async (office) => {
    const file = out === undefined ? undefined : createWriteStream(out);
    if (file) await once(file, "open");
    const target = file ?? process.stdout;
    const totals = await writeStatement(office, period, async (rows) => {
      if (!target.write(rows)) await once(target, "drain");
    });
    if (file) {
      file.end();
      await once(file, "close");
    }
    process.stderr.write(`${JSON.stringify({ ...period, ...totals })}\n`);
    if (!totals.reconciles) process.exitCode = EXIT.ledgerBroken;
  });
}
