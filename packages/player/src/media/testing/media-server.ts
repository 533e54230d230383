/** One rule of the test server's faults; see scripts/test/browser/faults.mjs. */
export interface FaultRule {
  readonly match?: string;
  readonly after?: number;
  readonly times?: number;
  readonly status?: number;
  readonly delayMs?: number;
  readonly drop?: boolean;
  readonly hang?: boolean;
  readonly bytesPerSecond?: number;
}

/** One request that the test server saw. */
export interface LoggedRequest {
  readonly path: string;
  readonly status: number | null;
  readonly at: number;
}

/** The test films, served to one test alone: with its own faults and its own log. */
export class MediaServer {
  readonly #base = `/__faults/${Math.random().toString(36).slice(2)}`;

  /** Absolute URL of a file of `packages/player/test-media`. */
  url(file: string): string {
    return new URL(`${this.#base}/test-media/${file}`, location.href).href;
  }

  /** Replaces all faults from now on. */
  async break(...rules: readonly FaultRule[]): Promise<void> {
    await fetch(this.#base, { method: "PUT", body: JSON.stringify(rules) });
  }

  /** The requests for paths that match, oldest first. */
  async requests(match: RegExp): Promise<readonly LoggedRequest[]> {
    const log = (await (await fetch(this.#base)).json()) as readonly LoggedRequest[];
    return log.filter(({ path }) => match.test(path));
  }
}
