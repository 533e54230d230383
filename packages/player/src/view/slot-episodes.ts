/** The pool's size: previous, current and next. */
export const SLOT_COUNT = 3;

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
  return Array.from({ length: SLOT_COUNT }, (_, slot) => {
    const distance = ((((slot - index + 1) % SLOT_COUNT) + SLOT_COUNT) % SLOT_COUNT) - 1;
    const episode = index + distance;
    return { index: episode, isEmpty: episode < 0 || episode >= count };
  });
}
