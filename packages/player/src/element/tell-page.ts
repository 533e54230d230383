import { activeEpisode, type PlayerModel, unlockOf } from "../core/player-model.js";
import { selectStage } from "../core/select-stage.js";
import { offerDetail } from "../events/details.js";
import { DramaEvent } from "../events/drama-event.js";
import type { Session } from "./session.js";

/** Seconds of playing between two `drama-progress` events. */
const PROGRESS_STEP = 5;

/**
 * Tells the page what became a fact: compares the model before and after each change.
 * Causes that only the caller knows (who moved the feed) are told where they happen.
 */
export function tellPage(session: Session): void {
  session.subscribe((model, previous) => {
    tellGate(session, model, previous);
    tellUnlock(session, model, previous);
    tellFailure(session, model, previous);
    tellProgress(session, model, previous);
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

function tellGate(session: Session, model: PlayerModel, previous: PlayerModel): void {
  const isGate = selectStage(model) === "gate";
  const wasGate = selectStage(previous) === "gate";
  const moved = model.index !== previous.index;
  if (wasGate && (!isGate || moved)) session.emit(new DramaEvent("drama-gate-close", session.detail()));
  if (isGate && (!wasGate || moved)) session.emit(new DramaEvent("drama-gate-open", session.detail()));
  const offers = isGate ? offersOf(model) : undefined;
  if (offers && (moved || offers !== offersOf(previous))) {
    session.emit(
      new DramaEvent("drama-offer-seen", {
        ...session.detail(),
        offers: offers.map((offer) => offerDetail(offer)),
      }),
    );
  }
}

function offersOf(model: PlayerModel) {
  const episode = activeEpisode(model);
  const unlock = episode && unlockOf(model, episode);
  return unlock?.name === "locked" ? unlock.offers : undefined;
}

/** States that lead to a grant by a purchase; a grant after `checking` was owned before. */
const ATTEMPTS: readonly string[] = ["unlocking", "pending", "confirming"];

function tellUnlock(session: Session, model: PlayerModel, previous: PlayerModel): void {
  const episode = activeEpisode(model);
  if (!episode || model.index !== previous.index) return;
  const now = unlockOf(model, episode);
  const before = unlockOf(previous, episode);
  if (now === before || !ATTEMPTS.includes(before.name)) return;
  if (now.name === "granted") {
    session.emit(
      new DramaEvent("drama-unlock-success", {
        ...session.detail(),
        via: now.via,
        charged: now.charged ?? null,
        ...(now.receipt ? { receipt: now.receipt.id } : {}),
      }),
    );
  } else if (now.name === "locked" && now.decline) {
    session.emit(new DramaEvent("drama-unlock-failure", { ...session.detail(), reason: now.decline.reason }));
  }
}

function tellFailure(session: Session, model: PlayerModel, previous: PlayerModel): void {
  const failure = model.seriesFailure ?? model.media.failure;
  const before = previous.seriesFailure ?? previous.media.failure;
  if (!failure || failure === before) return;
  session.emit(
    new DramaEvent("drama-error", { ...session.detail(), code: failure.code, message: failure.message }),
  );
}

function tellProgress(session: Session, model: PlayerModel, previous: PlayerModel): void {
  const { position, duration, key } = model.media;
  if (key !== previous.media.key || model.media.phase !== "playing") return;
  if (Math.floor(position / PROGRESS_STEP) === Math.floor(previous.media.position / PROGRESS_STEP)) return;
  session.emit(new DramaEvent("drama-progress", { ...session.detail(), position, duration }));
}
