import type { EpisodeRef } from "@micro-drama/protocol";
import type { Entitlements } from "@micro-drama/sdk";
import { activeEpisode, type PlayerModel, refOf } from "../core/player-model.js";
import { isGateOpen } from "../core/select-stage.js";
import type { Session } from "./session.js";

/**
 * Tells the SDK at which lock the viewer rests, so that a rule of the viewer's own may buy there. A finger on the page
 * may be about to swipe, and nobody rests on a page that is not seen.
 *
 * @param signal ends it
 */
export function followRest(session: Session, entitlements: Entitlements, signal: AbortSignal): void {
  let isTouching = false;
  const tell = (): void => {
    const isSeen = document.visibilityState === "visible" && !isTouching;
    entitlements.rest(isSeen ? selectRest(session.model) : undefined);
  };
  const touch = (isDown: boolean) => (): void => {
    isTouching = isDown;
    tell();
  };
  session.subscribe(tell, signal);
  document.addEventListener("visibilitychange", tell, { signal });
  addEventListener("pointerdown", touch(true), { signal, capture: true });
  for (const end of ["pointerup", "pointercancel"])
    addEventListener(end, touch(false), { signal, capture: true });
  tell();
}

/** The lock before which the viewer is. A card in an article is scrolled past, and a panel lies over the lock. */
export function selectRest(model: PlayerModel): EpisodeRef | undefined {
  const { series, mode, panel } = model;
  const episode = activeEpisode(model);
  if (!series || !episode || mode === "inline" || panel !== "none" || !isGateOpen(model)) return undefined;
  return refOf(series, episode);
}
