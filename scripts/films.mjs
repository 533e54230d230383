/** Makes the sample films again and packages them into `examples/series`. `npm run films -- --help` explains. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fromRoot } from "./lib/paths.mjs";
import { binPath, run } from "./lib/run.mjs";

/** In the order in which they follow each other. */
const seriesIds = ["lantern-keeper", "paper-tide"];
/** All of `examples/series` together: a clone must stay quick. */
const mostBytes = 40_000_000;
const crf = "27";
const help = `Makes the sample films again, packages them into examples/series, and checks the result.

  npm run films -- [options]

  --package    only package the films that lie in .data/films
  --help       this text

Needs ffmpeg and chromium, and about 20 minutes on two cores. Everything else in the repository does without:
the packaged series are committed.`;

const { values } = parseArgs({ options: { package: { type: "boolean" }, help: { type: "boolean" } } });
if (values.help) console.log(help);
else process.exitCode = await make();

async function make() {
  const packager = fromRoot("packages/packager/dist/cli.js");
  const output = (id) => fromRoot("examples/series", id);
  const steps = [
    ...(values.package ? [] : [[fromRoot("examples/films/make.mjs")]]),
    [binPath("typescript", "tsc"), "-b", fromRoot("packages/packager")],
    ...seriesIds.map((id) => [
      packager,
      fromRoot(".data/films", id),
      "--out",
      output(id),
      "--crf",
      crf,
      "--preset",
      "slow",
    ]),
    // Last, because the first series names the second as the one that follows.
    ...seriesIds.map((id) => [packager, "lint", `${output(id)}/public/series.json`]),
  ];
  for (const args of steps) {
    const { code } = await run(process.execPath, args);
    if (code !== 0) return code;
  }
  return await weigh(fromRoot("examples/series"));
}

async function weigh(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes(".packager"));
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`examples/series: ${(bytes / 1e6).toFixed(1)} MB of at most ${mostBytes / 1e6} MB`);
  return bytes > mostBytes ? 1 : 0;
}
