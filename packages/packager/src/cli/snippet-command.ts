import type { Command } from "commander";
import { PackagerError } from "../errors.js";
import { openReader, readManifest } from "../lint/reader.js";
import { buildSnippet } from "../snippet/build-snippet.js";
import { findCore } from "../snippet/find-core.js";
import type { CommandContext } from "./main.js";

const help = `
Prints the HTML to paste. With it the browser fetches the manifest, the poster and (with --autoplay) the first
bytes of the film beside the script, not after it. Make it anew when the series was packaged anew.

Example:
  $ npx @micro-drama/packager snippet ./series/public/series.json \\
      --url https://cdn.example/s/series.json --script https://cdn.example/player/micro-drama.js > snippet.html

Exit codes: 0 done, 2 a manifest or an option that cannot be used.`;

interface Flags {
  readonly url?: string;
  readonly script: string;
  readonly pinned?: boolean;
  readonly endpoint?: string;
  readonly href?: string;
  readonly autoplay?: boolean;
  readonly inline?: boolean;
}

/** Adds the command that prints the HTML for a publisher's page. */
export function snippetCommand(program: Command, { terminal, signal }: CommandContext): void {
  program
    .command("snippet")
    .description("print the HTML that puts a series on a page")
    .argument("<series.json>", "file or http(s) URL of the manifest")
    .requiredOption("--script <url>", "where micro-drama.js lies; micro-drama.css lies beside it")
    .option("--pinned", "the script's address is of one version for ever: hint what it imports as well")
    .option("--url <url>", "where the manifest lies on the web, when a file was named")
    .option("--endpoint <url>", "base URL of the platform")
    .option("--href <url>", "where the link leads that stands there without JavaScript")
    .option("--autoplay", "the film starts by itself, without sound")
    .option("--inline", "put the manifest into the page, in place of a request")
    .addHelpText("after", help)
    .action(async (target: string, flags: Flags) => {
      const reader = openReader(target, signal);
      if (reader.isLocal && !flags.url)
        throw new PackagerError(
          "bad-option",
          `${target} is a file: say with --url where it lies on the web.`,
        );
      const manifestUrl = webUrl("--url", flags.url ?? reader.manifestUrl);
      const script = webUrl("--script", flags.script);
      const { endpoint, href, autoplay, inline } = flags;
      const manifest = await readManifest(reader, target);
      const core = flags.pinned ? await findCore(script, signal) : undefined;
      terminal.print(
        buildSnippet(manifest, { manifestUrl, script, core, endpoint, href, autoplay, inline }).trimEnd(),
      );
    });
}

function webUrl(option: string, value: string): string {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value))
    throw new PackagerError("bad-option", `${option} ${value}: give a whole http(s) URL.`);
  return new URL(value).href;
}
