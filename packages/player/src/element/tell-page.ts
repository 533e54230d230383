import type { PlayerModel } from "../core/player-model.js";
import { DramaEvent } from "../events/drama-event.js";
import type { Session } from "./session.js";

/**
 * Tells the page what became a fact: compares the model before and after each change.
 * Causes that only the caller knows (who moved the feed) are told where they happen, what locks do by `tellLocks`, and figures by
 * `measure`.
 */
export function tellPage(session: Session): void {
  session.subscribe((model, previous) => {
    tellFailure(session, model, previous);
    if (model.series && model.series !== previous.series) {
      session.emit(
        new DramaEvent("drama-ready", { ...session.detail(), episodes: model.series.episodes.length }),
      );
    }
    if (model.mode !== previous.mode) {
      session.emit(new DramaEvent("drama-mode-change", { ...session.detail(), mode: model.mode }));
    }
  });
}

function tellFailure(session: Session, model: PlayerModel, previous: PlayerModel): void {
  const failure = model.seriesFailure ?? model.media.failure;
  const before = previous.seriesFailure ?? previous.media.failure;
  if (!failure || failure === before) return;
  session.emit(
    new DramaEvent("drama-error", { ...session.detail(), code: failure.code, message: failure.message }),
  );
}
