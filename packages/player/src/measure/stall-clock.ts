/** What pictures that stopped for want of data cost a viewer. */
export interface StallCount {
  readonly stalls: number;
  /** Milliseconds, those of a stall that lasts included. */
  readonly stallMs: number;
}

/** Counts stalls and adds up their time. All instants by one clock, in milliseconds. */
export class StallClock {
  #stalls = 0;
  #endedMs = 0;
  #since: number | undefined;

  begin(at: number): void {
    if (this.#since !== undefined) return;
    this.#since = at;
    this.#stalls += 1;
  }

  end(at: number): void {
    if (this.#since === undefined) return;
    this.#endedMs += at - this.#since;
    this.#since = undefined;
  }

  read(at: number): StallCount {
    const lasting = this.#since === undefined ? 0 : at - this.#since;
    return { stalls: this.#stalls, stallMs: Math.round(this.#endedMs + lasting) };
  }
}
