import type { NavigationCause } from "../core/actions.js";
import { activeEpisode, unlockOf } from "../core/player-model.js";
import { DramaEvent } from "../events/drama-event.js";
import type { Session } from "./session.js";

/** Measures from a viewer's wish to its first presented frame, and tells it as `drama-first-frame`. */
export interface FirstFrameClock {
  /** The feed is about to move. */
  moving(by: NavigationCause): void;
}

/** @param session the player */
export function createFirstFrameClock(session: Session): FirstFrameClock {
  let wish: { at: number; cause: NavigationCause | "start" | "unlock"; key: string } | undefined;
  let movedBy: NavigationCause = "api";

  session.subscribe((model, previous) => {
    const { key } = model.media;
    if (model.series !== previous.series && model.wantsPlay) {
      // Autoplay wished before there was a series to name the first episode.
      wish = { at: wish?.at ?? performance.now(), cause: "start", key };
      return;
    }
    if (model.index !== previous.index) {
      wish = { at: performance.now(), cause: movedBy, key };
      return;
    }
    const episode = activeEpisode(model);
    const unlocked =
      episode?.access === "locked" &&
      unlockOf(model, episode).name === "granted" &&
      unlockOf(previous, episode).name !== "granted";
    if (unlocked) wish = { at: performance.now(), cause: "unlock", key };
    else if (model.wantsPlay && !previous.wantsPlay && model.media.position === 0 && !wish) {
      wish = { at: performance.now(), cause: "start", key };
    }
  });

  session.pool.subscribe((fact) => {
    const { model } = session;
    if (!wish || fact.key !== wish.key || fact.key !== model.media.key) return;
    // A neighbour's first frame was presented before it was wished for; moving is what the viewer sees then.
    if (fact.type !== "first-frame" && fact.type !== "playing") return;
    const elapsedMs = Math.max(
      0,
      Math.round((fact.type === "first-frame" ? fact.at : performance.now()) - wish.at),
    );
    const { cause } = wish;
    wish = undefined;
    session.emit(new DramaEvent("drama-first-frame", { ...session.detail(), elapsedMs, cause }));
  });

  return {
    moving(by) {
      movedBy = by;
    },
  };
}
