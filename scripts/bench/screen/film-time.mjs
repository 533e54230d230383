import { FRAMES_PER_SECOND } from "../pattern/code.mjs";

/** A picture that stands still for longer than this, while it should move, is a stall; less is a dropped frame. */
export const STALL_MS = 250;

/** @param {import("./watch-screen.mjs").Sighting} sighting @returns {boolean} a frame of a film, not its poster */
export function isFilm(sighting) {
  return sighting.episode !== undefined && !sighting.isPoster;
}

/**
 * The first frame of a film, of a given episode if one is named.
 *
 * @param {readonly import("./watch-screen.mjs").Sighting[]} sightings in order
 * @param {{episode?: number, after?: number}} [wanted]
 */
export function findFilm(sightings, { episode, after = 0 } = {}) {
  return sightings.find(
    (sighting) =>
      sighting.at >= after && isFilm(sighting) && (episode === undefined || sighting.episode === episode),
  );
}

/**
 * The first picture of an episode that shows its media time moving: a later frame than the one that was seen
 * of it before. A first frame that was decoded beforehand and lies still is none.
 *
 * @param {readonly import("./watch-screen.mjs").Sighting[]} sightings in order
 * @param {{episode: number, after: number}} wanted
 */
export function findMoving(sightings, { episode, after }) {
  let still;
  for (const sighting of sightings) {
    if (sighting.at < after || !isFilm(sighting) || sighting.episode !== episode) continue;
    still ??= sighting.frame;
    if (sighting.frame > still) return sighting;
  }
  return undefined;
}

/**
 * How long the film stood still between its first moving picture and `until`, although the episode was not over.
 *
 * @param {readonly import("./watch-screen.mjs").Sighting[]} sightings in order
 * @param {{episode: number, from: number, until: number, durationSeconds: number}} span
 * @returns {{count: number, totalMs: number, spans: {from: number, to: number}[]}}
 */
export function findStalls(sightings, { episode, from, until, durationSeconds }) {
  const lastFrame = Math.floor(durationSeconds * FRAMES_PER_SECOND) - 3;
  const moves = sightings
    .filter((sighting) => sighting.at >= from && sighting.at <= until)
    .filter((sighting) => isFilm(sighting) && sighting.episode === episode)
    .filter(({ frame }, index, films) => frame !== films[index - 1]?.frame);
  const ended = moves.some(({ frame }) => frame >= lastFrame);
  const moments = ended ? moves.map(({ at }) => at) : [...moves.map(({ at }) => at), until];
  const spans = moments
    .slice(1)
    .map((to, index) => ({ from: moments[index], to }))
    .filter((span) => span.to - span.from > STALL_MS);
  const totalMs = spans.reduce((sum, span) => sum + span.to - span.from, 0);
  return { count: spans.length, totalMs, spans };
}

/**
 * Which parts of which episode a viewer saw, in seconds of media time.
 *
 * @param {readonly import("./watch-screen.mjs").Sighting[]} sightings in order
 * @returns {Map<number, {from: number, to: number}[]>} by episode; spans in order, not overlapping
 */
export function collectShown(sightings) {
  const shown = new Map();
  for (const { episode, frame } of sightings.filter(isFilm)) {
    if (!shown.has(episode)) shown.set(episode, new Set());
    shown.get(episode).add(frame);
  }
  return new Map([...shown].map(([episode, frames]) => [episode, joinFrames([...frames])]));
}

/** Frames that the screen skipped in passing were not missed by the viewer. */
const SKIPPED_FRAMES = FRAMES_PER_SECOND / 2;

function joinFrames(frames) {
  const spans = [];
  for (const frame of frames.sort((one, other) => one - other)) {
    const last = spans.at(-1);
    if (last && frame - last.to <= SKIPPED_FRAMES) last.to = frame + 1;
    else spans.push({ from: frame, to: frame + 1 });
  }
  return spans.map(({ from, to }) => ({ from: from / FRAMES_PER_SECOND, to: to / FRAMES_PER_SECOND }));
}
