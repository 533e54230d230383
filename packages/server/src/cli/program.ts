import { Command, InvalidArgumentError } from "commander";
import { EXAMPLES } from "./examples.js";
import { EXIT } from "./exit.js";
import type { MediaOptions } from "./media.js";
import { addOfficeCommands } from "./office-commands.js";
import { commaList, whole } from "./options.js";
import type { ServeOptions } from "./serve.js";

/** The command line. Commands load their code when they run, so that \`--help\` answers at once. */
export function createProgram(): Command {
  const program = new Command("micro-drama-server")
    .description(
      "The platform half of micro-drama: who may watch what, for which coins, and the signed media.",
    )
    .showHelpAfterError("Try --help.")
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : EXIT.configuration))
    .addHelpText("after", EXAMPLES);

  program
    .command("serve")
    .description("answer players: access, unlocks, wallets, guests")
    .option("-p, --port <number>", "listen here", port, 4401)
    .option("--host <address>", "listen on this address only; 0.0.0.0 is every one", "127.0.0.1")
    .option("--data <folder>", "the embedded database and the keys live here", ".data/micro-drama")
    .requiredOption("--catalogue <files...>", "platform.json of every series, as the packager wrote it")
    .requiredOption("--prices <file>", "the price list")
    .option(
      "--origins <origins...>",
      "pages that may ask: https://news.example, or the word local",
      commaList,
    )
    .option("--media-origin <url>", "where granted media is served from")
    .option("--media-port <number>", "instead: the host name of the request, with this port", port)
    .option("--edge <kind>", "what guards the media: own, nginx or bunny (MICRO_DRAMA_EDGE_SECRET)", "own")
    .option(
      "--issuer <issuer=keys...>",
      "trust log-ins of a publisher: keys is the URL of a JWKS or env:VARIABLE",
    )
    .option("--trust-proxy", "believe X-Forwarded-For and X-Forwarded-Proto of a proxy in front", false)
    .option("--max-per-session <coins>", "the most that is spent in one log-in within a day", whole)
    .option(
      "--max-per-origin <coins>",
      "the most that a viewer spends on one origin's pages within a day",
      whole,
    )
    .option("--confirm-above <coins>", "a larger charge has to be confirmed, see --confirm-url", whole)
    .option("--confirm-url <url>", "your page that confirms and gives a token with the `acr` below")
    .option("--confirm-acr <acr>", "`acr` of tokens that are confirmed", "drama-confirmed")
    .option("--max-devices <number>", "from so many log-ins (`sid`) a viewer may play at once", whole)
    .option("--ad-network <name>", "believe this network's word on films (MICRO_DRAMA_AD_SECRET)")
    .option("--inspect", "let viewers read their own ledger rows (for demonstrations)", false)
    .option(
      "--demo",
      "pages on this machine or a private network may ask, and play money may be added",
      false,
    )
    .addHelpText("after", EXAMPLES)
    .action(async (options: ServeOptions) => (await import("./serve.js")).serve(options));

  program
    .command("media")
    .description("serve the public media of series, and the protected media under signed paths")
    .option("-p, --port <number>", "listen here", port, 4402)
    .option("--host <address>", "listen on this address only; 0.0.0.0 is every one", "127.0.0.1")
    .option("--data <folder>", "the keys live here; the same folder as that of `serve`", ".data/micro-drama")
    .requiredOption("--series <folders...>", "folders that the packager wrote, with public/ and protected/")
    .addHelpText("after", EXAMPLES)
    .action(async (options: MediaOptions) => (await import("./media.js")).media(options));

  addOfficeCommands(program);
  return program;
}

function port(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
  return number;
}
