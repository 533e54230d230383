import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fromRoot } from "../../lib/paths.mjs";
import { PlainError } from "../../lib/words.mjs";
import { findProgram } from "../../test/engines/find.mjs";
import { parseSegments } from "../figures/read-pieces.mjs";
import { FILM_SECONDS, makeFilm, RENDITIONS, readCodecs } from "./make-film.mjs";
import { drawScenery } from "./scenery.mjs";

/** Twenty swipes, and room for what is prepared beyond the last of them. */
const EPISODES = 25;
/** Different pictures, so that nothing is alike by chance; more of them prove nothing. */
const SCENERIES = 4;
/** A `start` descriptor lists at least so much, to bridge the time until hls.js has taken over. */
const START_SECONDS = 6;

/** Counts up when the films change, so that old ones are not taken for new. */
const VERSION = 2;
const FOLDER = fromRoot(".data/bench", `films-${VERSION}`);

/**
 * The bench films. Made once, which takes some minutes, and kept in `.data/bench`.
 *
 * @param {{note: (words: string) => void}} options
 * @returns {Promise<import("../contenders/contender.mjs").Media>}
 * @throws {PlainError} when there is no ffmpeg
 */
export async function prepareMedia({ note }) {
  const list = join(FOLDER, "episodes.json");
  const kept = await readFile(list, "utf8").catch(() => undefined);
  if (kept) return { folder: FOLDER, episodes: JSON.parse(kept) };
  if (!findProgram("ffmpeg"))
    throw new PlainError("The benchmark makes its films with ffmpeg, which was not found.");
  await rm(FOLDER, { recursive: true, force: true });
  const sceneries = await drawSceneries();
  const episodes = [];
  for (let number = 1; number <= EPISODES; number += 1) {
    note(`${number} of ${EPISODES}`);
    const id = `e${String(number).padStart(2, "0")}`;
    const folder = join(FOLDER, id);
    for (const { name } of RENDITIONS) await mkdir(join(folder, name), { recursive: true });
    await makeFilm({ folder, scenery: sceneries[number % SCENERIES], episode: number });
    episodes.push(await describeEpisode({ folder, id, number }));
  }
  for (const scenery of sceneries) await rm(scenery);
  await writeFile(list, JSON.stringify(episodes));
  return { folder: FOLDER, episodes };
}

async function drawSceneries() {
  await mkdir(FOLDER, { recursive: true });
  return Promise.all(
    Array.from({ length: SCENERIES }, async (_, index) => {
      const file = join(FOLDER, `scenery-${index}.ppm`);
      await writeFile(file, drawScenery(index + 1));
      return file;
    }),
  );
}

async function describeEpisode({ folder, id, number }) {
  return {
    id,
    number,
    duration: FILM_SECONDS,
    hls: `/${id}/main.m3u8`,
    mp4: `/${id}/film.mp4`,
    poster: `/${id}/poster.webp`,
    start: await describeStart({ folder, id }),
  };
}

/** The lowest rendition: its first frame is the earliest. */
async function describeStart({ folder, id }) {
  const [{ name, kilobits }] = RENDITIONS;
  const segments = parseSegments(await readFile(join(folder, name, "index.m3u8"), "utf8"));
  return {
    bandwidth: kilobits * 1000,
    tracks: [
      {
        codecs: await readCodecs(join(folder, name, "init.mp4")),
        init: { url: `/${id}/${name}/init.mp4` },
        segments: segments
          .filter(({ from }) => from < START_SECONDS)
          .map(({ uri, from, to }) => ({
            url: `/${id}/${name}/${uri}`,
            duration: Math.round((to - from) * 1e6) / 1e6,
          })),
      },
    ],
  };
}
