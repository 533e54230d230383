/** Series that are remembered; the one that was not watched for the longest time goes first. */
export const MOST_SERIES = 24;

/** Positions per series: more episodes than nearly any series has. */
export const MOST_PLACES = 160;

/** Longer ids are somebody's mistake, and would fill the storage. */
const LONGEST_ID = 120;

/** Where a viewer is in one series. */
export interface SeriesMemory {
  readonly series: string;
  /** Id of the episode that was watched last. */
  readonly episode: string;
  /** Seconds by episode id, of those that were begun and not finished; the latest last. */
  readonly places: Readonly<Record<string, number>>;
}

/** What is kept of a viewer, as it is written. Absent: never chosen. */
export interface Memory {
  readonly version: 1;
  readonly rate?: number;
  /** The viewer switched the sound off. */
  readonly muted?: boolean;
  /** BCP 47 tag, or null when the viewer switched them off. */
  readonly captions?: string | null;
  readonly savesData?: boolean;
  /** Lines of the largest rendition that may play; null when the viewer limits nothing. */
  readonly mostLines?: number | null;
  /** Does not go on to the next episode by itself. */
  readonly stays?: boolean;
  /** Read by the captions themselves. */
  readonly captionStyle?: unknown;
  /** The one watched last comes first. */
  readonly series: readonly SeriesMemory[];
}

/** Somebody of whom nothing is known. */
export const NO_MEMORY: Memory = Object.freeze({ version: 1, series: Object.freeze([]) });

/** Reads what was kept. Whatever is not understood, or of another version, is as if it had never been. */
export function parseMemory(text: string | null): Memory {
  if (!text) return NO_MEMORY;
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return NO_MEMORY;
  }
  if (!isRecord(kept) || kept.version !== 1) return NO_MEMORY;
  const { rate, muted, captions, savesData, mostLines, stays, captionStyle, series } = kept;
  return {
    version: 1,
    ...(typeof rate === "number" && rate >= 0.25 && rate <= 4 ? { rate } : {}),
    ...(typeof muted === "boolean" ? { muted } : {}),
    ...(captions === null || isId(captions) ? { captions } : {}),
    ...(typeof savesData === "boolean" ? { savesData } : {}),
    ...(mostLines === null || (typeof mostLines === "number" && mostLines > 0) ? { mostLines } : {}),
    ...(typeof stays === "boolean" ? { stays } : {}),
    ...(isRecord(captionStyle) ? { captionStyle } : {}),
    series: Array.isArray(series) ? series.flatMap(parseSeriesMemory).slice(0, MOST_SERIES) : [],
  };
}

/** Where the viewer is in a series. */
export function recallSeries(memory: Memory, series: string): SeriesMemory | undefined {
  return memory.series.find((known) => known.series === series);
}

/** The memory after an episode was watched up to `seconds`; `undefined` when it was finished. */
export function rememberPlace(
  memory: Memory,
  at: { readonly series: string; readonly episode: string; readonly seconds: number | undefined },
): Memory {
  if (!isId(at.series) || !isId(at.episode)) return memory;
  const { [at.episode]: _former, ...others } = recallSeries(memory, at.series)?.places ?? {};
  const places = at.seconds === undefined ? others : { ...others, [at.episode]: Math.round(at.seconds) };
  const mine = { series: at.series, episode: at.episode, places: limit(places) };
  const rest = memory.series.filter(({ series }) => series !== at.series);
  return { ...memory, series: [mine, ...rest].slice(0, MOST_SERIES) };
}

function parseSeriesMemory(kept: unknown): SeriesMemory[] {
  if (!isRecord(kept)) return [];
  const { series, episode, places } = kept;
  if (!isId(series) || !isId(episode)) return [];
  const seconds = Object.entries(isRecord(places) ? places : {}).filter(
    (entry): entry is [string, number] => isId(entry[0]) && typeof entry[1] === "number" && entry[1] > 0,
  );
  return [{ series, episode, places: limit(Object.fromEntries(seconds)) }];
}

function limit(places: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(places).slice(-MOST_PLACES));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= LONGEST_ID;
}
