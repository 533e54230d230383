import type { Command } from "commander";
import type { Finding } from "../lint/finding.js";
import { lintSeries } from "../lint/lint-series.js";
import { exitCodes } from "./exit-code.js";
import type { CommandContext } from "./main.js";
import type { Terminal } from "./terminal.js";

const help = `
Looks at the manifest, every playlist, segment, caption and poster behind it, and, where "platform.json" lies
beside the public folder, at the locked episodes too. Needs no ffmpeg.

Examples:
  $ npx @micro-drama/packager lint ./series/public/series.json
  $ npx @micro-drama/packager lint https://cdn.example/series.json --json

Exit codes: 0 no errors (there may be warnings), 1 errors, 2 a manifest that cannot be read at all.`;

/** Adds the command that checks. */
export function lintCommand(
  program: Command,
  { terminal, signal }: CommandContext,
  finish: (code: number) => void,
): void {
  program
    .command("lint")
    .description("find what is wrong in a manifest and the files behind it")
    .argument("<series.json>", "file or http(s) URL of the manifest")
    .option("--json", "print the findings as JSON")
    .addHelpText("after", help)
    .action(async (target: string, flags: { json?: boolean }) => {
      const report = await lintSeries(target, { signal });
      const errors = report.findings.filter(({ severity }) => severity === "error").length;
      const warnings = report.findings.length - errors;
      if (flags.json) terminal.print(JSON.stringify({ ...report, errors, warnings }, null, 2));
      else
        printFindings(
          terminal,
          report.findings,
          `${report.files} files, ${count(errors, "error")}, ${count(warnings, "warning")}.`,
        );
      finish(errors > 0 ? exitCodes.lintErrors : exitCodes.ok);
    });
}

function printFindings(terminal: Terminal, findings: readonly Finding[], total: string): void {
  for (const { severity, path, message, mend } of findings) {
    terminal.print(
      `${severity === "error" ? "error  " : "warning"}  ${path}\n         ${message}\n         → ${mend}`,
    );
  }
  terminal.print(findings.length > 0 ? `\n${total}` : `Nothing to mend: ${total}`);
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
