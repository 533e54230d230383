import { SLOTS } from "../core/playlist.js";

/** What stands in one slot. */
export interface SlotEpisode {
  /** Index in the series; may be `-1` or one past the end, where `isEmpty` is true. */
  readonly index: number;
  readonly isEmpty: boolean;
}

/**
 * The episode of each slot when `index` is active: episode `i` lives in slot `i % 3`, so a step of one
 * changes only the slot that is out of sight.
 */
export function selectSlotEpisodes(index: number, count: number): readonly SlotEpisode[] {
  return Array.from({ length: SLOTS }, (_, slot) => {
    const distance = ((((slot - index + 1) % SLOTS) + SLOTS) % SLOTS) - 1;
    const episode = index + distance;
    return { index: episode, isEmpty: episode < 0 || episode >= count };
  });
}
