import type { EpisodeRef, Playback } from "@micro-drama/protocol";
import type { Entitlements } from "@micro-drama/sdk";
import { activeEpisode, type PlayerModel, refOf, unlockOf } from "../core/player-model.js";
import type { Session } from "./session.js";

/** Seldom enough not to cost anybody anything; what is lost with the last report is no more than this. */
const REPORT_EVERY_MS = 30_000;

/** Told how much of a playback was watched so far. */
export type ReportWatched = Entitlements["reportWatched"];

interface Watch {
  readonly ref: EpisodeRef;
  readonly playback: Playback;
  watchedMs: number;
  toldMs: number;
  /** Since when pictures move; undefined while they do not. */
  since: number | undefined;
}

/**
 * Counts the time in which pictures of a playback session moved, by a clock that cannot be set. A session that comes
 * back goes on where it was: what is reported is the sum so far.
 */
export class WatchedClock {
  readonly #report: ReportWatched;
  readonly #watchedMs = new Map<string, number>();
  #watch: Watch | undefined;

  constructor(report: ReportWatched) {
    this.#report = report;
  }

  /** Takes the present state. @param at milliseconds of a monotonic clock */
  follow(model: PlayerModel, at: number): void {
    const current = selectWatched(model);
    if (this.#watch?.playback.session !== current?.playback.session) this.stop(at);
    if (!current) return;
    const toldMs = this.#watchedMs.get(current.playback.session) ?? 0;
    this.#watch ??= { ...current, watchedMs: toldMs, toldMs, since: undefined };
    const watch = this.#watch;
    this.#add(watch, at);
    const isPlaying = model.media.phase === "playing";
    const hasPaused = watch.since !== undefined && !isPlaying;
    watch.since = isPlaying ? at : undefined;
    if (hasPaused || watch.watchedMs - watch.toldMs >= REPORT_EVERY_MS) this.#tell(watch);
  }

  /** Reports what was not reported yet; counting goes on with the next state. */
  stop(at: number): void {
    const watch = this.#watch;
    if (!watch) return;
    this.#add(watch, at);
    this.#tell(watch);
    this.#watch = undefined;
  }

  #add(watch: Watch, at: number): void {
    if (watch.since !== undefined) watch.watchedMs += at - watch.since;
    this.#watchedMs.set(watch.playback.session, watch.watchedMs);
  }

  #tell(watch: Watch): void {
    const isNews = Math.floor(watch.watchedMs / 1000) > Math.floor(watch.toldMs / 1000);
    if (!isNews) return;
    watch.toldMs = watch.watchedMs;
    void this.#report(watch.ref, watch.playback, watch.watchedMs / 1000);
  }
}

/**
 * Reports how much of each playback session was watched: while it plays, when it pauses, and when it is left.
 *
 * @param signal ends it, with a last report
 */
export function reportWatched(session: Session, entitlements: Entitlements, signal: AbortSignal): void {
  const clock = new WatchedClock((...report) => entitlements.reportWatched(...report));
  const stop = (): void => clock.stop(performance.now());
  session.subscribe((model) => clock.follow(model, performance.now()), signal);
  // A page that is hidden may never be told that it ends.
  document.addEventListener("visibilitychange", () => document.hidden && stop(), { signal });
  addEventListener("pagehide", stop, { signal });
  signal.addEventListener("abort", stop);
}

/** The playback of the active episode, if somebody counts it: free films have no session. */
function selectWatched(model: PlayerModel): Pick<Watch, "ref" | "playback"> | undefined {
  const { series } = model;
  const episode = activeEpisode(model);
  if (!series || episode?.access !== "locked") return undefined;
  const unlock = unlockOf(model, episode);
  const playback = unlock.name === "granted" ? unlock.playback : undefined;
  return playback?.session ? { ref: refOf(series, episode), playback } : undefined;
}
