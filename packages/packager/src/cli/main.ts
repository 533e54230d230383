import { isDramaError } from "@micro-drama/protocol";
import { Command, CommanderError } from "commander";
import { exitCodeOf, exitCodes } from "./exit-code.js";
import { lintCommand } from "./lint-command.js";
import { packCommand } from "./pack-command.js";
import { snippetCommand } from "./snippet-command.js";
import type { Terminal } from "./terminal.js";

const examples = `
Examples:
  $ npx @micro-drama/packager ./films --out ./series
  $ npx @micro-drama/packager lint ./series/public/series.json
  $ npx @micro-drama/packager snippet https://cdn.example/series.json --script https://cdn.example/micro-drama.js

All options: micro-drama-packager pack --help, lint --help, snippet --help`;

/** What the commands are given besides their arguments. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Ends the work. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs the command line.
 * @param args without `node` and the script
 * @returns the exit code; never rejects
 */
export async function main(args: readonly string[], context: CommandContext): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const finish = (code: number) => {
    exitCode = code;
  };
  const program = new Command("micro-drama-packager")
    .description("Turns a folder of films into a series that <micro-drama> plays, and checks such a series.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.terminal.print(text.trimEnd()),
      writeErr: (text) => context.terminal.note(text.trimEnd()),
    })
    .showSuggestionAfterError()
    .showHelpAfterError("(--help shows all options and examples)")
    .addHelpText("after", examples);
  packCommand(program, context, finish);
  lintCommand(program, context, finish);
  snippetCommand(program, context);
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.badInput;
    context.terminal.note(isDramaError(error) ? error.message : String((error as Error)?.stack ?? error));
    return exitCodeOf(error);
  }
}
