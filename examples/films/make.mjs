#!/usr/bin/env node
/** Draws, sounds and encodes the sample films. `node examples/films/make.mjs --help` explains. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { renderScore } from "./sound/score.js";
import { contactSheet, loadFilm, openStudio, shoot } from "./tool/browser.mjs";
import { checkCaptions, languages, toWebVtt } from "./tool/captions.mjs";
import { encodeFilm } from "./tool/encode.mjs";
import { loadSeries, seriesNames, writeSeriesConfig } from "./tool/series.mjs";

const fps = 24;
const here = dirname(fileURLToPath(import.meta.url));
const help = `Makes the sample films: pictures, sound, captions, covers and series.config.json.

  node examples/films/make.mjs [options]

  --out <folder>      where the films go, one folder per series (default: .data/films)
  --series <name>     only this series: ${seriesNames.join(", ")}
  --episode <id>      only this episode, such as e03 (may be repeated)
  --preview           no film: a contact sheet (PNG) per episode in <out>/preview
  --moments <list>    with --preview: the seconds to show, such as 0,2.5,7
  --captions          no film: only captions and series.config.json
  --covers            no film: only the covers
  --sound             no film: only the sound, as WAV in <out>/preview
  --help              this text

Needs chromium (or CHROMIUM=<binary>) and ffmpeg. The same sources give the same films.`;

const { values } = parseArgs({
  options: {
    out: { type: "string", default: join(here, "../../.data/films") },
    series: { type: "string" },
    episode: { type: "string", multiple: true },
    moments: { type: "string" },
    preview: { type: "boolean" },
    captions: { type: "boolean" },
    covers: { type: "boolean" },
    sound: { type: "boolean" },
    help: { type: "boolean" },
  },
});

if (values.help) console.log(help);
else await make();

async function make() {
  const out = resolve(values.out);
  const names = values.series ? [values.series] : seriesNames;
  const unknown = names.find((name) => !seriesNames.includes(name));
  if (unknown) throw new Error(`there is no series "${unknown}"; there are: ${seriesNames.join(", ")}`);
  const needsPicture = !values.captions && !values.sound;
  const studio = needsPicture ? await openStudio() : null;
  try {
    for (const name of names) await makeSeries(await loadSeries(name), out, studio?.page);
  } finally {
    await studio?.close();
  }
}

async function makeSeries(series, out, page) {
  const folder = join(out, series.id);
  await mkdir(folder, { recursive: true });
  await mkdir(join(out, "preview"), { recursive: true });
  const films = series.films.filter((film) => !values.episode || values.episode.includes(film.id));
  for (const film of films) {
    checkCaptions(film);
    if (values.preview) await makePreview(series, film, out, page);
    else if (values.sound)
      await writeFile(join(out, "preview", `${series.id}-${film.id}.wav`), renderScore(film));
    else if (values.covers) await makeCover(series, film, folder, page);
    else {
      await makeCaptions(series, film, folder);
      if (!values.captions) await makeFilm(series, film, folder, page);
    }
  }
  await writeSeriesConfig(series, folder);
}

async function makeCaptions(series, film, folder) {
  for (const language of languages) {
    await writeFile(join(folder, `${film.id}.${language}.vtt`), toWebVtt(film, series.cast, language));
  }
}

async function makePreview(series, film, out, page) {
  const spread = Array.from({ length: 10 }, (_, index) => (index * (film.seconds - 0.1)) / 9);
  const moments = values.moments ? values.moments.split(",").map(Number) : spread;
  await loadFilm(page, film.path);
  const file = join(out, "preview", `${series.id}-${film.id}.png`);
  await writeFile(file, await contactSheet(page, moments, Math.min(5, moments.length)));
  console.log(file);
}

/** A locked episode has a chosen cover; a free one shows its first frame. The series' cover is drawn in one of its films. */
async function makeCover(series, film, folder, page) {
  await loadFilm(page, film.path);
  const draw = async (name, file) => writeFile(join(folder, file), await shoot(page, name, "image/png"));
  if (series.films.indexOf(film) >= series.free) await draw("cover", `${film.id}.cover.png`);
  if (film.seriesCover) await draw("seriesCover", "cover.png");
}

async function makeFilm(series, film, folder, page) {
  const sound = join(folder, "..", "preview", `${series.id}-${film.id}.wav`);
  await writeFile(sound, renderScore(film));
  await makeCover(series, film, folder, page);
  const out = join(folder, `${film.id}.mp4`);
  await encodeFilm({ frames: drawFrames(series, film, page), sound, fps, out });
}

async function* drawFrames(series, film, page) {
  const count = Math.round(film.seconds * fps);
  const start = performance.now();
  for (let frame = 0; frame < count; frame += 1) {
    yield await shoot(page, frame / fps);
    const each = (performance.now() - start) / (frame + 1);
    const line = `${series.id} ${film.id}  frame ${frame + 1}/${count}  ${each.toFixed(0)} ms each `;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
    else if (frame === count - 1) process.stdout.write(line);
  }
  process.stdout.write("\n");
}
