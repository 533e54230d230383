import { relative } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Fit } from "../ladder.js";
import { type PackagedSeries, packageSeries } from "../package-series.js";
import type { CommandContext } from "./main.js";
import { createProgressBar } from "./progress-bar.js";

interface PackFlags {
  readonly out: string;
  readonly id?: string;
  readonly title?: string;
  readonly lang?: string;
  readonly free?: number;
  readonly fit: Fit;
  readonly crf?: number;
  readonly preset?: string;
  readonly jobs: number;
  readonly force?: boolean;
}

const presets = [
  "ultrafast",
  "superfast",
  "veryfast",
  "faster",
  "fast",
  "medium",
  "slow",
  "slower",
  "veryslow",
];

const help = `
Films are MP4 or MOV files of any size, rotation and frame rate, with or without sound, in name order.
Captions lie beside them: "e01.en.vtt", "e01.es.srt"; "e01.vtt" is in the language of the series.
A file "series.config.json" beside the films may name titles, covers, announced episodes and more (README.md).

What comes out:
  <out>/public         series.json, free episodes, posters: publish this folder
  <out>/protected      locked episodes: only a server that checks the viewer's right may hand these out
  <out>/platform.json  where the locked episodes lie: for that server, never for the public

Run the same command again after an interruption or a change: finished episodes are kept.

Examples:
  $ npx @micro-drama/packager ./films --out ./series
  $ npx @micro-drama/packager ./films --out ./series --title "The Lantern Keeper" --free 5 --lang es
  $ npx @micro-drama/packager ./wide-films --out ./series --fit contain
  $ npx @micro-drama/packager lint ./series/public/series.json

Exit codes: 0 done, 2 something to mend in options or files, 3 no ffmpeg, 4 a film that cannot be used,
5 ffmpeg failed, 130 interrupted.`;

/** Adds the command that packages; it is meant when none is named. */
export function packCommand(
  program: Command,
  { terminal, signal }: CommandContext,
  finish: (code: number) => void,
): void {
  program
    .command("pack", { isDefault: true })
    .description("package a folder of films (the default command)")
    .argument("<films>", "folder with the films")
    .requiredOption("-o, --out <folder>", "where the series goes; made when it is not there")
    .option("--id <id>", "id of the series (default: made from the title)")
    .option("--title <title>", "title of the series (default: the name of the folder)")
    .option("--lang <tag>", "language of titles and captions, such as en, es or pt-BR (default: en)")
    .option("--free <number>", "how many episodes everybody may watch (default: 3)", wholeNumber)
    .addOption(
      new Option(
        "--fit <way>",
        "films that are not 9:16: crop the centre, or set them into a blurred backdrop",
      )
        .choices(["cover", "contain"])
        .default("cover"),
    )
    .option(
      "--crf <number>",
      "quality from 0 (best) to 51, within the bit rates of the ladder (default: 23)",
      crf,
    )
    .addOption(new Option("--preset <name>", "patience of the encoder (default: medium)").choices(presets))
    .option("--jobs <number>", "episodes to encode side by side", positive, 1)
    .option("--force", "encode again what is there already")
    .addHelpText("after", help)
    .action(async (films: string, { crf, preset, ...flags }: PackFlags) => {
      const bar = createProgressBar(terminal);
      const effort = { ...(crf !== undefined && { crf }), ...(preset && { preset }) };
      try {
        const series = await packageSeries({ films, ...flags, effort, signal, onProgress: bar.show });
        terminal.print(summary(series));
      } finally {
        bar.end();
      }
      finish(0);
    });
}

function summary({ manifest, free, locked, unpublished, encoded }: PackagedSeries): string {
  const announced = unpublished > 0 ? `, ${unpublished} announced` : "";
  const path = relative(process.cwd(), manifest);
  return [
    `${free + locked} episodes (${free} free, ${locked} locked${announced}), ${encoded.length} encoded in this run.`,
    `Manifest: ${path}`,
    `Check it: npx @micro-drama/packager lint ${path}`,
  ].join("\n");
}

function wholeNumber(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a whole number from 0 on.");
}

function positive(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a whole number from 1 to 99.");
}

function crf(text: string): number {
  if (/^\d{1,2}$/.test(text) && Number(text) <= 51) return Number(text);
  throw new InvalidArgumentError("Give a whole number from 0 to 51.");
}
