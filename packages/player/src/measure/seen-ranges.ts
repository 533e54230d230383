/** A position that jumps by more than this was sought, not played. Seconds; facts of time come four times a second. */
const LONGEST_STEP = 1.5;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Which seconds of an episode were on the screen; what is seen twice counts once. */
export class SeenRanges {
  #ranges: readonly Range[] = [];
  #last: number | undefined;

  /** It plays, and has come to this position. Seconds. */
  reach(position: number): void {
    const from = this.#last;
    this.#last = position;
    if (from === undefined || position <= from || position - from > LONGEST_STEP) return;
    this.#add({ start: from, end: position });
  }

  /** It does not play: the next range begins here, or at the next position. */
  rest(position?: number): void {
    this.#last = position;
  }

  /** True when anything was seen. */
  get isSeen(): boolean {
    return this.#ranges.length > 0;
  }

  /** Seconds between start and end that were seen. */
  secondsIn(start: number, end: number): number {
    return this.#ranges.reduce(
      (sum, range) => sum + Math.max(0, Math.min(range.end, end) - Math.max(range.start, start)),
      0,
    );
  }

  #add({ start, end }: Range): void {
    const touching = this.#ranges.filter((range) => range.start <= end && range.end >= start);
    const apart = this.#ranges.filter((range) => !touching.includes(range));
    const union = {
      start: Math.min(start, ...touching.map((range) => range.start)),
      end: Math.max(end, ...touching.map((range) => range.end)),
    };
    this.#ranges = [...apart, union];
  }
}
