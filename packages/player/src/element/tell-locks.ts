import type { UnlockState } from "@micro-drama/sdk";
import { activeEpisode, type PlayerModel, unlockOf } from "../core/player-model.js";
import { isGateOpen } from "../core/select-stage.js";
import { offerDetail } from "../events/details.js";
import { DramaEvent } from "../events/drama-event.js";
import type { Session } from "./session.js";

/** Tells the page what became a fact about locks. Comes with the SDK: before there is one, nothing is known of them. */
export function tellLocks(session: Session, signal: AbortSignal): void {
  session.subscribe((model, previous) => {
    tellGate(session, model, previous);
    tellUnlock(session, model, previous);
  }, signal);
}

function tellGate(session: Session, model: PlayerModel, previous: PlayerModel): void {
  const moved = model.index !== previous.index;
  const isShown = isGateShown(model);
  const wasShown = isGateShown(previous);
  if (wasShown && (!isShown || moved))
    session.emit(new DramaEvent("drama-gate-close", session.detail(previous)));
  if (isShown && (!wasShown || moved)) session.emit(new DramaEvent("drama-gate-open", session.detail(model)));
  if (isGateOpen(model) && (moved || model.entitlements !== previous.entitlements))
    session.emit(new DramaEvent("drama-lock-change", session.detail(model)));
  const offers = isShown ? offersOf(model) : undefined;
  if (offers && (moved || !wasShown || offers !== offersOf(previous))) {
    session.emit(
      new DramaEvent("drama-offer-seen", {
        ...session.detail(model),
        offers: offers.map((offer) => offerDetail(offer)),
      }),
    );
  }
}

/** A sheet that only waits for the platform's answer is not told: the episode may be the viewer's own. */
function isGateShown(model: PlayerModel): boolean {
  const episode = activeEpisode(model);
  if (!episode || !isGateOpen(model)) return false;
  const { name } = unlockOf(model, episode);
  return name !== "unknown" && name !== "checking";
}

function offersOf(model: PlayerModel) {
  const episode = activeEpisode(model);
  const unlock = episode && unlockOf(model, episode);
  return unlock?.name === "locked" ? unlock.offers : undefined;
}

/** States that lead to a grant by a purchase; a grant after `checking` was owned before. */
const ATTEMPTS: readonly string[] = ["unlocking", "pending", "confirming"];

/** Also of episodes that the viewer has left meanwhile: a purchase that settles late is told all the same. */
function tellUnlock(session: Session, model: PlayerModel, previous: PlayerModel): void {
  if (!model.series || model.entitlements?.states === previous.entitlements?.states) return;
  for (const episode of model.series.episodes) {
    const now = unlockOf(model, episode);
    const before = unlockOf(previous, episode);
    if (now === before) continue;
    const detail = {
      ...session.detail(model),
      episode: episode.id,
      number: episode.number,
      access: now.name,
    };
    const wasAttempt = ATTEMPTS.includes(before.name);
    if (now.name === "granted" && (wasAttempt || (before.name === "locked" && now.via === "host"))) {
      session.emit(
        new DramaEvent("drama-unlock-success", {
          ...detail,
          via: now.via,
          charged: now.charged ?? null,
          ...(now.receipt ? { receipt: now.receipt.id } : {}),
        }),
      );
    } else if (now.name === "locked") {
      const reason = declineOf(before, now, wasAttempt);
      if (reason) session.emit(new DramaEvent("drama-unlock-failure", { ...detail, reason }));
    }
  }
}

function declineOf(
  before: UnlockState,
  now: UnlockState & { readonly name: "locked" },
  wasAttempt: boolean,
): string | undefined {
  const isNew = before.name !== "locked" || before.decline !== now.decline;
  if (now.decline && isNew) return now.decline.reason;
  return wasAttempt && now.failure ? "not-sent" : undefined;
}
