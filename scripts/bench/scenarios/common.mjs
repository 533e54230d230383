import { findFilm, findMoving, isFilm } from "../screen/film-time.mjs";

/** Longer than any contender needs on any profile; whoever needs more never comes. */
export const FIRST_FRAME_LIMIT_MS = 40_000;
export const NEXT_FRAME_LIMIT_MS = 8_000;

/**
 * @typedef {Record<string, number | boolean | readonly number[]>} Figures what one run measured, flat
 *
 * @typedef {object} Scenario
 * @property {string} name for `--only` and the JSON
 * @property {string} title for the progress line
 * @property {import("../contenders/contender.mjs").Kind} kind
 * @property {(harness: object, setting: import("../harness.mjs").Setting & {options: object}) => Promise<Figures>} measure
 */

/** @param {number} ms */
export function wait(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

/**
 * Waits for the first frame of an episode's film.
 *
 * @param {import("../harness.mjs").Run} run
 * @throws {import("../harness.mjs").ContenderFailure} when it does not come
 */
export async function firstFrameOf(run, { episode = 1, limitMs = FIRST_FRAME_LIMIT_MS } = {}) {
  const seen = findFilm(run.screen.sightings, { episode });
  const first = seen ?? (await run.screen.waitFor((s) => isFilm(s) && s.episode === episode, limitMs));
  return first ?? run.fail(`never showed a frame of episode ${episode}`);
}

/**
 * Waits for the first moving frame of an episode that a viewer asked for at `after`.
 *
 * @param {import("../harness.mjs").Run} run
 * @param {{episode: number, after: number, limitMs?: number}} wanted
 * @returns {Promise<import("../screen/watch-screen.mjs").Sighting | undefined>} undefined when it does not come
 */
export async function movingFrameOf({ screen }, { episode, after, limitMs = NEXT_FRAME_LIMIT_MS }) {
  const find = () => findMoving(screen.sightings, { episode, after });
  return find() ?? ((await screen.waitFor(() => find() !== undefined, limitMs)) && find());
}

/** The first picture of an episode after a moment, film or poster, moving or not. */
export function findPicture({ screen }, { episode, after }) {
  return screen.sightings.find((sighting) => sighting.at >= after && sighting.episode === episode);
}

/** @param {import("../harness.mjs").Run} run @param {number} number */
export function durationOf(run, number) {
  return (
    run.media.episodes.find((episode) => episode.number === number)?.duration ?? run.fail(`has no ${number}`)
  );
}
