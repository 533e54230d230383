import type { Entitlements } from "@micro-drama/sdk";
import { activeEpisode, type PlayerModel, refOf, unlockOf } from "../core/player-model.js";
import type { Session } from "./session.js";

/**
 * Asks with a fresh token of the page when the viewer comes back from where a purchase is confirmed: that the viewer
 * has confirmed stands in the new token, and the old one would be refused again.
 *
 * @param signal ends it
 */
export function followReturn(session: Session, entitlements: Entitlements, signal: AbortSignal): void {
  const onSeen = (): void => {
    const { series } = session.model;
    const episode = activeEpisode(session.model);
    if (document.hidden || !series || !episode || !awaitsConfirmation(session.model)) return;
    void entitlements.check([refOf(series, episode)], { cause: "viewer", force: true });
  };
  document.addEventListener("visibilitychange", onSeen, { signal });
}

function awaitsConfirmation(model: PlayerModel): boolean {
  const episode = activeEpisode(model);
  const unlock = episode && unlockOf(model, episode);
  return unlock?.name === "locked" && unlock.decline?.reason === "confirmation-required";
}
