import { refKey } from "@micro-drama/protocol/manifest";
import type { NavigationCause } from "../core/actions.js";
import { activeEpisode, idleMedia, refOf, unlockOf } from "../core/player-model.js";
import { clampIndex, isPlayable, lastPlayableBefore, slotOf } from "../core/playlist.js";
import { wishBy } from "../core/wish.js";
import { DramaBreakRequestEvent, DramaEvent } from "../events/drama-event.js";
import type { Session } from "./session.js";

/** Moves between episodes. A swipe, a key, a tap in the list and the end of an episode all end here. */
export interface Navigation {
  /** True when another episode is the active one now: the page may refuse with `drama-episode-request`. */
  goTo(index: number, by: NavigationCause): boolean;
  next(by: NavigationCause): boolean;
  previous(by: NavigationCause): boolean;
  /** The active episode is over: goes on, or shows the end card after the last published one. */
  ended(options: { readonly advances: boolean }): void;
  /** To the last episode that may play, from a gate. False where there is none. */
  back(): boolean;
  replay(): void;
}

/** @param session the player */
export function createNavigation(session: Session): Navigation {
  const goTo = (to: number, by: NavigationCause): boolean => {
    const { series, index, isOver } = session.model;
    if (!series) return false;
    const target = clampIndex(series, to);
    if (target === index) {
      if (isOver) restart(session);
      return false;
    }
    const from = series.episodes[index];
    const episode = series.episodes[target];
    if (!episode || !from) return false;
    if (!session.emit(new DramaEvent("drama-episode-request", { ...session.detail(), to: episode.id, by }))) {
      // What has ended would begin anew with the next change.
      if (by === "auto") session.commit({ wantsPlay: false });
      return false;
    }
    const isReady = isPlayable(episode, unlockOf(session.model, episode).name);
    const rest = isReady && by !== "api" ? askForBreak(session, episode.id, by) : undefined;
    session.commit({
      index: target,
      wish: wishBy(by),
      isOver: false,
      media: idleMedia(refKey(refOf(series, episode))),
      uncovered: coverChanged(session.model.uncovered, index, target),
      panel: "none",
      gateArmed: false,
      topUpFailed: false,
      // Whoever moves on wants to watch on; a gate or an announcement has nothing to play.
      wantsPlay:
        !rest && (session.model.wantsPlay || (by !== "api" && isReady) || session.model.mode !== "inline"),
    });
    if (rest) {
      session.pool.pause();
      import("./take-break.js").then(({ takeBreak }) => takeBreak(session, rest)).catch(() => undefined);
    }
    session.emit(new DramaEvent("drama-episode-change", { ...session.detail(), from: from.id, by }));
    return true;
  };

  return {
    goTo,
    next: (by) => {
      const { series, index } = session.model;
      return series && clampIndex(series, index + 1) !== index ? goTo(index + 1, by) : false;
    },
    ended: ({ advances }) => {
      const { series, index } = session.model;
      const next = series?.episodes[index + 1];
      if (!next || next.access === "unpublished") finish(session);
      else if (advances) goTo(index + 1, "auto");
      else session.commit({ wantsPlay: false });
    },
    previous: (by) => goTo(session.model.index - 1, by),
    back: () => {
      const { series, index } = session.model;
      if (!series) return false;
      const to = lastPlayableBefore(series, index, (episode) => unlockOf(session.model, episode).name);
      if (to >= 0) goTo(to, "button");
      return to >= 0;
    },
    replay: () => {
      if (session.model.index > 0) goTo(0, "button");
      else if (activeEpisode(session.model)) restart(session);
    },
  };
}

function askForBreak(session: Session, to: string, by: NavigationCause): Promise<unknown> | undefined {
  const event = new DramaBreakRequestEvent({ ...session.detail(), to, by });
  return session.emit(event) ? event.pending : undefined;
}

function restart(session: Session): void {
  session.commit({ isOver: false, wantsPlay: true });
  session.pool.seek(0);
  session.pool.play();
}

function finish(session: Session): void {
  session.commit({ isOver: true, wantsPlay: false });
  session.emit(new DramaEvent("drama-series-end", session.detail()));
}

/** Slots that get another episode show its poster again; those that keep theirs stay as they are. */
function coverChanged(uncovered: readonly boolean[], from: number, to: number): readonly boolean[] {
  const next = [false, false, false];
  for (const index of [to - 1, to, to + 1]) {
    if (index < 0 || Math.abs(index - from) > 1) continue;
    next[slotOf(index)] = uncovered[slotOf(index)] ?? false;
  }
  return next;
}
