import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { build } from "../build/build.mjs";
import { fromRoot } from "../lib/paths.mjs";
import { createProgress } from "../lib/progress.mjs";
import { PlainError, wordsOf } from "../lib/words.mjs";
import { contenders as allContenders } from "./contenders/all.mjs";
import { nothing } from "./contenders/nothing.mjs";
import { startHarness } from "./harness.mjs";
import { measure } from "./measure.mjs";
import { prepareMedia } from "./media/prepare-media.mjs";
import { HELP, parseOptions } from "./options.mjs";
import { composeReport } from "./report/compose-report.mjs";
import { composeReadme, composeText } from "./report/compose-text.mjs";
import { writeBetweenMarkers } from "./report/write-readme.mjs";
import { measureScript } from "./scenarios/script.mjs";
import { openUnfinished } from "./unfinished.mjs";

const RESULTS = fromRoot("scripts/bench/results");

/**
 * The whole of `npm run bench`.
 *
 * @param {string[]} argv
 * @returns {Promise<number>} the exit code
 */
export async function main(argv) {
  const options = readOptions(argv);
  if (!options) return 2;
  if (options.help) return say(HELP);
  if (options.list) return say(listPlan(options.rows));
  try {
    return await bench(options, createProgress());
  } catch (error) {
    console.error(`\n${wordsOf(error)}\n`);
    return 1;
  }
}

async function bench({ rows, seed, json, writes, isWhole, builds, resumes }, progress) {
  if (builds) await build({ progress });
  const media = await progress.step("films", (note) => prepareMedia({ note }));
  const contenders = new Map([...allContenders, nothing].map((contender) => [contender.name, contender]));
  await install(rows, { contenders, progress });
  const harness = await startHarness(media);
  try {
    const browser = `Chromium ${harness.version}`;
    const unfinished = await openUnfinished({ keeps: isWhole || resumes, resumes, seed, browser });
    const samples = await measure({ harness, rows, contenders, seed, progress, unfinished });
    const conditions = {
      date: unfinished.date,
      minutes: unfinished.minutes(),
      isWhole,
      seed,
      browser,
      node: process.version,
      machine: `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`,
    };
    const report = composeReport({ samples: [...samples, measureScript()], conditions });
    const text = composeText(report, contenders);
    progress.say(`\n${text}\n`);
    if (json) await writeFile(json, toJson(report));
    if (writes) await writeDown(report, composeReadme(report, contenders));
    await unfinished.forget();
    return report.failures.length > 0 ? 1 : 0;
  } finally {
    await harness.close();
  }
}

async function install(rows, { contenders, progress }) {
  const names = [...new Set(rows.flatMap((row) => row.contenders))];
  for (const name of names) {
    const contender = contenders.get(name);
    if (!contender) throw new PlainError(`The plan names ${name}, which is no contender`);
    if (contender.install) await progress.step(`install ${name}`, () => contender.install());
  }
}

/** The README shows the last run that was written down; `results` keeps all of them, raw. */
async function writeDown(report, readme) {
  await mkdir(RESULTS, { recursive: true });
  const name = `${report.conditions.date.slice(0, 16).replace(/[-:]/g, "")}.json`;
  await writeFile(join(RESULTS, name), toJson(report));
  await writeBetweenMarkers(fromRoot("README.md"), readme);
}

/** One sample per line: raw samples are read by machines, but compared by people. */
function toJson({ samples, ...report }) {
  const lines = samples.map((sample) => JSON.stringify(sample)).join(",\n    ");
  return `${JSON.stringify(report, null, 2).slice(0, -2)},\n  "samples": [\n    ${lines}\n  ]\n}\n`;
}

function listPlan(rows) {
  const line = ({ id, profile, contenders, repeats }) =>
    `${id.padEnd(18)} ${profile.padEnd(9)} ${String(repeats).padStart(2)} × ${contenders.join(", ")}`;
  return rows.map(line).join("\n");
}

function readOptions(argv) {
  try {
    return parseOptions(argv);
  } catch (error) {
    console.error(wordsOf(error));
    return undefined;
  }
}

function say(words) {
  console.log(words);
  return 0;
}
