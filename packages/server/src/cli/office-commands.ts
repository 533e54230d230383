import type { Command } from "commander";
import { EXAMPLES } from "./examples.js";
import type { CodesOptions } from "./office/codes.js";
import type { GiftOptions } from "./office/gift.js";
import type { RefundOptions } from "./office/refund.js";
import type { RevokeOptions } from "./office/revoke.js";
import type { SeedOptions } from "./office/seed.js";
import type { StatementOptions } from "./office/statement.js";
import { DEFAULT_ISSUER, type ViewerOptions } from "./office/viewer.js";
import { commaList, whole } from "./options.js";

const EPISODES = "--episodes <ids...>";
const CATALOGUE = "--catalogue <files...>";

/** Adds the commands of the platform's own people. Each answers with one line of JSON, if not said otherwise. */
export function addOfficeCommands(program: Command): void {
  const add = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option("--data <folder>", "the embedded database, unless DATABASE_URL is set", ".data/micro-drama")
      .addHelpText("after", EXAMPLES);
  const addForViewer = (name: string, description: string) =>
    add(name, description)
      .argument("<subject>", "the viewer: `sub` of the token, or a guest's id")
      .option("--issuer <issuer>", "`iss` of the token", DEFAULT_ISSUER);

  add("migrate", "make the ledger, or bring it up to date").action(async (options: { data: string }) =>
    (await import("./office/migrate.js")).migrate(options),
  );
  add("seed", "make viewers with coins and rights, for a test platform")
    .argument("<file>", '{"viewers": [{"issuer", "subject", "paid", "bonus", "unlocks"}]}')
    .option(CATALOGUE, "platform.json of the series in it")
    .action(async (file: string, options: SeedOptions) =>
      (await import("./office/seed.js")).seed(file, options),
    );
  addForViewer("wallet", "show a viewer's coins, rights and newest receipts").action(
    async (subject: string, options: ViewerOptions) =>
      (await import("./office/wallet.js")).wallet(subject, options),
  );
  add("refund", "give a purchase back (or take a top-up back); repeating it changes nothing")
    .argument("<receipt>", "id of the receipt")
    .option(EPISODES, "only these of a bundle", commaList)
    .option("--note <words>", "why")
    .action(async (receipt: string, options: RefundOptions) =>
      (await import("./office/refund.js")).refund(receipt, options),
    );
  addForViewer("revoke", "end a viewer's rights without giving coins back")
    .requiredOption("--series <id>", "in this series")
    .option(EPISODES, "only these (default: all)", commaList)
    .option("--note <words>", "why")
    .action(async (subject: string, options: RevokeOptions) =>
      (await import("./office/revoke.js")).revoke(subject, options),
    );
  addForViewer("gift", "give a viewer coins, episodes, or both")
    .option("--bonus <coins>", "coins that were never paid for", whole, 0)
    .option("--paid <coins>", "coins that count as paid", whole, 0)
    .option(CATALOGUE, "platform.json of the series")
    .option("--series <id>", "episodes of this series")
    .option(EPISODES, "only these (default: all locked ones)", commaList)
    .option("--until <date>", "the right to the episodes ends then (default: never)")
    .option("--note <words>", "what for")
    .option("--ref <reference>", "the same reference never gives twice (default: a new one)")
    .action(async (subject: string, options: GiftOptions) =>
      (await import("./office/gift.js")).gift(subject, options),
    );
  add("codes", "make codes that viewers type to open episodes; one per line, kept nowhere else")
    .argument("<count>", "how many", whole)
    .requiredOption(CATALOGUE, "platform.json of the series")
    .requiredOption("--series <id>", "for this series")
    .requiredOption("--batch <name>", "your name for them; it stands in the journals")
    .option(EPISODES, "what a code opens (default: the one for which it is typed)", commaList)
    .option("--uses <number>", "how many viewers may redeem each", whole, 1)
    .option("--expires <date>", "until when (default: for ever)")
    .action(async (count: number, options: CodesOptions) =>
      (await import("./office/codes.js")).codes(count, options),
    );
  add("statement", "write what was sold, given back and watched as CSV, and reconcile it with the ledger")
    .option("--from <date>", "from this instant on (default: the beginning of last month, UTC)")
    .option("--to <date>", "up to and without this instant (default: the beginning of this month, UTC)")
    .option("--out <file>", "write here (default: standard output)")
    .action(async (options: StatementOptions) => (await import("./office/statement.js")).statement(options));
  add("doctor", "prove that the ledger holds").action(async (options: { data: string }) =>
    (await import("./office/doctor.js")).doctor(options),
  );
}
