/** Finds the series and films of this folder, and writes the file that the packager reads. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Folders under `series/`, in the order in which they are made. */
export const seriesNames = ["lantern-keeper", "paper-tide"];

/** The description of one series with its films loaded. */
export async function loadSeries(name) {
  const { default: series } = await import(`../series/${name}/series.js`);
  const films = [];
  for (const id of series.episodes) {
    const path = `series/${name}/${id}.js`;
    const { default: film } = await import(`../${path}`);
    films.push({ ...film, path });
  }
  return { ...series, films };
}

/** Writes `series.config.json` beside the films. */
export async function writeSeriesConfig(series, folder) {
  const episodes = series.films.map((film, index) => ({
    id: film.id,
    film: `${film.id}.mp4`,
    title: film.title,
    synopsis: film.synopsis,
    ...(index >= series.free && { cover: `${film.id}.cover.png` }),
  }));
  const { id, title, synopsis, free, unpublished, next } = series;
  const config = { id, title, synopsis, lang: "en", poster: "cover.png", free, episodes, unpublished, next };
  await writeFile(join(folder, "series.config.json"), `${JSON.stringify(config, null, 2)}\n`);
}
