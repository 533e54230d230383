import type { EpisodeRef, Iso } from "@micro-drama/protocol";

/** A time in which some episodes are free for everybody. */
export interface ReleaseWindow {
  /** Ids of the episodes. */
  readonly episodes: readonly string[];
  /** Default: every series with such episodes. */
  readonly series?: string;
  /** Default: since always. */
  readonly from?: Iso;
  /** Default: for good. */
  readonly until?: Iso;
}

/** What the windows say of one episode at one moment. */
export type WindowState =
  | { readonly isOpen: true; readonly until?: Iso }
  /** `opensAt` is absent when no window is to come. */
  | { readonly isOpen: false; readonly opensAt?: Iso };

/** Tells whether a window is about an episode. */
export function isIn({ episodes, series }: ReleaseWindow, ref: EpisodeRef): boolean {
  return episodes.includes(ref.episode) && (series ?? ref.series) === ref.series;
}

/** Looks through the windows. Of several open ones the longest counts, of several to come the first. */
export function readWindows(windows: readonly ReleaseWindow[], ref: EpisodeRef, now: number): WindowState {
  const mine = windows.filter((window) => isIn(window, ref));
  const open = mine.filter(
    ({ from, until }) => timeOf(from, -Infinity) <= now && now < timeOf(until, Infinity),
  );
  const longest = open.sort((a, b) => timeOf(b.until, Infinity) - timeOf(a.until, Infinity))[0];
  if (longest) return { isOpen: true, ...(longest.until !== undefined && { until: longest.until }) };
  const toCome = mine.filter(({ from }) => timeOf(from, -Infinity) > now);
  const first = toCome.sort((a, b) => timeOf(a.from, 0) - timeOf(b.from, 0))[0];
  return { isOpen: false, ...(first?.from !== undefined && { opensAt: first.from }) };
}

function timeOf(instant: Iso | undefined, fallback: number): number {
  return instant === undefined ? fallback : Date.parse(instant);
}
