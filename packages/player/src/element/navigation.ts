import { refKey } from "@micro-drama/protocol/manifest";
import type { NavigationCause } from "../core/actions.js";
import { activeEpisode, idleMedia, refOf, unlockOf } from "../core/player-model.js";
import { clampIndex, isPlayable, lastPlayableBefore, slotOf } from "../core/playlist.js";
import { DramaEvent } from "../events/drama-event.js";
import type { Session } from "./session.js";

/** Moves between episodes. A swipe, a key, a tap in the list and the end of an episode all end here. */
export interface Navigation {
  /** Settles nothing: the page may refuse with `drama-episode-request`. */
  goTo(index: number, by: NavigationCause): void;
  next(by: NavigationCause): void;
  previous(by: NavigationCause): void;
  /** To the last episode that may play, from a gate. False where there is none. */
  back(): boolean;
  replay(): void;
}

/** @param session the player */
export function createNavigation(session: Session): Navigation {
  const goTo = (to: number, by: NavigationCause): void => {
    const { series, index, isOver } = session.model;
    if (!series) return;
    const target = clampIndex(series, to);
    if (target === index && !isOver) return;
    const from = series.episodes[index];
    const episode = series.episodes[target];
    if (!episode || !from) return;
    if (!session.emit(new DramaEvent("drama-episode-request", { ...session.detail(), to: episode.id, by })))
      return;
    const isReady = isPlayable(episode, unlockOf(session.model, episode).name);
    session.commit({
      index: target,
      isOver: false,
      media: idleMedia(refKey(refOf(series, episode))),
      uncovered: coverChanged(session.model.uncovered, index, target),
      panel: "none",
      gateArmed: false,
      topUpFailed: false,
      // Whoever moves on wants to watch on; a gate or an announcement has nothing to play.
      wantsPlay: session.model.wantsPlay || (by !== "api" && isReady) || session.model.mode !== "inline",
    });
    session.emit(new DramaEvent("drama-episode-change", { ...session.detail(), from: from.id, by }));
  };

  return {
    goTo,
    next: (by) => {
      const { series, index } = session.model;
      if (!series) return;
      if (clampIndex(series, index + 1) === index) {
        if (by === "auto") finish(session);
        return;
      }
      // After the last published episode the end card tells what comes: an announcement alone would be a dead end.
      if (by === "auto" && series.episodes[index + 1]?.access === "unpublished") return finish(session);
      goTo(index + 1, by);
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
      else if (activeEpisode(session.model)) {
        session.commit({ isOver: false, wantsPlay: true });
        session.pool.seek(0);
        session.pool.play();
      }
    },
  };
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
