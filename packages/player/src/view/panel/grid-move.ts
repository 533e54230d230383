/** Where a viewer is in a grid of episodes that is shown a page at a time. */
export interface GridPlace {
  /** Index in the whole list. */
  readonly at: number;
  readonly count: number;
  readonly columns: number;
  readonly pageSize: number;
  readonly isRtl: boolean;
  /** Control is held: the ends of the whole list, not of the row. */
  readonly isFar: boolean;
}

/**
 * Where a key leads, by the pattern of ARIA grids: arrows by one or by a row, Home and End to the ends of the row (with
 * Control of the list), PageUp and PageDown to the page before and after. `undefined` for any other key.
 */
export function moveInGrid(key: string, place: GridPlace): number | undefined {
  const { at, count, columns, pageSize, isRtl, isFar } = place;
  const clamp = (index: number): number => Math.min(Math.max(0, index), count - 1);
  const pageStart = at - (at % pageSize);
  const rowStart = pageStart + Math.floor((at - pageStart) / columns) * columns;
  const rowEnd = Math.min(rowStart + columns, pageStart + pageSize) - 1;
  switch (key) {
    case "ArrowLeft":
      return clamp(at + (isRtl ? 1 : -1));
    case "ArrowRight":
      return clamp(at + (isRtl ? -1 : 1));
    case "ArrowUp":
      return at - columns < 0 ? at : at - columns;
    case "ArrowDown":
      return clamp(at + columns);
    case "Home":
      return isFar ? 0 : rowStart;
    case "End":
      return clamp(isFar ? count - 1 : rowEnd);
    case "PageUp":
      return clamp(at - pageSize);
    case "PageDown":
      return clamp(at + pageSize);
    default:
      return undefined;
  }
}
