import type { LoadedBytes } from "../core/media-fact.js";
import { SeenRanges } from "./seen-ranges.js";

/** Media bytes of one episode. */
export interface EpisodeBytes {
  readonly loaded: number;
  /** Of these, the ones whose seconds were on the screen. */
  readonly used: number;
}

/** Media bytes of a series, since it was opened. */
export interface SeriesBytes extends EpisodeBytes {
  /** Loaded for seconds that nobody saw, of episodes that were left; what is still ahead of the viewer is no waste. */
  readonly wasted: number;
}

interface Account {
  readonly loads: LoadedBytes[];
  readonly seen: SeenRanges;
}

/** Says what the bytes were good for. Keys are those of media targets. */
export class ByteLedger {
  readonly #accounts = new Map<string, Account>();

  /** Bytes came for an episode, watched or not. */
  load(key: string, { bytes, start, end }: LoadedBytes): void {
    this.#account(key).loads.push({ bytes, start, end });
  }

  /** The ranges of an episode that were seen, to be filled by whoever follows its time. */
  seen(key: string): SeenRanges {
    return this.#account(key).seen;
  }

  /** Absent when nothing is known: of a file that the browser loads by itself nobody learns the bytes. */
  episode(key: string): EpisodeBytes | undefined {
    const account = this.#accounts.get(key);
    if (!account || account.loads.length === 0) return undefined;
    return { loaded: sum(account.loads), used: Math.round(usedOf(account)) };
  }

  /** @param isAhead whether an episode may still come before the viewer's eyes with what is loaded */
  series(isAhead: (key: string) => boolean): SeriesBytes {
    const total = { loaded: 0, used: 0, wasted: 0 };
    for (const key of this.#accounts.keys()) {
      const { loaded, used } = this.episode(key) ?? { loaded: 0, used: 0 };
      total.loaded += loaded;
      total.used += used;
      if (!isAhead(key)) total.wasted += loaded - used;
    }
    return total;
  }

  #account(key: string): Account {
    const known = this.#accounts.get(key) ?? { loads: [], seen: new SeenRanges() };
    this.#accounts.set(key, known);
    return known;
  }
}

function sum(loads: readonly LoadedBytes[]): number {
  return loads.reduce((total, { bytes }) => total + bytes, 0);
}

/** The same seconds loaded twice were shown once: what was shown is shared among the loads, the later ones first. */
function usedOf({ loads, seen }: Account): number {
  return loads.reduce((total, { bytes, start, end }, i) => {
    if (end <= start) return total + (seen.isSeen ? bytes : 0);
    const isReplaced = loads.slice(i + 1).some((later) => later.start <= start && later.end >= end);
    return isReplaced ? total : total + (bytes * seen.secondsIn(start, end)) / (end - start);
  }, 0);
}
