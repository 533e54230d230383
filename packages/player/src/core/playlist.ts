import type { Episode, Series } from "@micro-drama/protocol";
import type { UnlockStateName } from "@micro-drama/sdk";

/** How many slots the pool has; episode `i` always lives in slot `i % SLOTS`. */
export const SLOTS = 3;

/** The slot in which an episode lives. Neighbours never share one. */
export function slotOf(index: number): number {
  return index % SLOTS;
}

/**
 * How many episodes can be swiped to: all published ones, and the first announced one after them, so that
 * "what comes next, and when" is one swipe away.
 */
export function reachableCount(series: Series): number {
  const announced = series.episodes.findIndex((episode) => episode.access === "unpublished");
  return announced === -1 ? series.episodes.length : announced + 1;
}

/** Keeps an index inside what can be reached. */
export function clampIndex(series: Series, index: number): number {
  return Math.min(Math.max(0, Math.trunc(index)), reachableCount(series) - 1);
}

/** Whether an episode may play, given where its unlock stands. */
export function isPlayable(episode: Episode, unlock: UnlockStateName): boolean {
  return episode.access === "free" || (episode.access === "locked" && unlock === "granted");
}

/** The nearest playable episode before `index`, to which a closed gate returns; -1 where there is none. */
export function lastPlayableBefore(
  series: Series,
  index: number,
  unlockOf: (episode: Episode) => UnlockStateName,
): number {
  for (let i = index - 1; i >= 0; i -= 1) {
    const episode = series.episodes[i];
    if (episode && isPlayable(episode, unlockOf(episode))) return i;
  }
  return -1;
}

/** Finds an episode by its id, or by its number written as a number; -1 where there is none. */
export function findEpisode(series: Series, episode: string | number): number {
  return series.episodes.findIndex((candidate) =>
    typeof episode === "number" ? candidate.number === episode : candidate.id === episode,
  );
}

/** The locked episodes that a viewer does not own from `index` on, with their running time where all is known. */
export function selectRemaining(
  series: Series,
  index: number,
  unlockOf: (episode: Episode) => UnlockStateName,
): { readonly episodes: number; readonly seconds?: number } {
  const left = series.episodes
    .slice(index)
    .filter((episode) => episode.access === "locked" && unlockOf(episode) !== "granted");
  const seconds = left.reduce((sum, episode) => sum + (episode.duration ?? Number.NaN), 0);
  return Number.isNaN(seconds) ? { episodes: left.length } : { episodes: left.length, seconds };
}
