import { activeEpisode, type PlayerModel, unlockOf } from "../core/player-model.js";
import { isGateOpen } from "../core/select-stage.js";
import type { Session } from "./session.js";

/** How long the sheet must have been visible before it takes a purchase: nobody buys by a swipe that went on. */
export const GATE_DELAY_MS = 500;

/** Watches fingers and time so that the gate takes purchases only from somebody who saw it. */
export interface GateArming {
  /** A finger, or the hand on the wheel, began or ended to touch the player. */
  touch(isDown: boolean): void;
  /** The page was hidden: time that nobody saw does not count. */
  restart(): void;
  stop(): void;
}

/**
 * Arms the gate {@link GATE_DELAY_MS} after its offers were shown and all fingers were lifted, whichever is later.
 * Other offers are another sheet: what was under the finger may cost something else now.
 *
 * @param session the player
 */
export function createGateArming(session: Session): GateArming {
  let isTouching = false;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: unknown;

  const stop = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const restart = (): void => {
    stop();
    if (!shown || isTouching || session.model.gateArmed) return;
    // From the frame that draws the sheet: what a busy page needs until then was not seen by anybody.
    frame = requestAnimationFrame(() => {
      timer = setTimeout(() => session.commit({ gateArmed: true }), GATE_DELAY_MS);
    });
  };

  session.subscribe((model) => {
    const offers = selectShownOffers(model);
    if (offers === shown) return;
    shown = offers;
    stop();
    if (session.model.gateArmed) session.commit({ gateArmed: false });
    restart();
  });

  return {
    touch: (isDown) => {
      isTouching = isDown;
      if (isDown) stop();
      else restart();
    },
    restart,
    stop,
  };
}

/** The offers before the viewer's eyes; undefined while there are none, or something lies over them. */
function selectShownOffers(model: PlayerModel): unknown {
  const episode = activeEpisode(model);
  if (!episode || !isGateOpen(model) || model.panel !== "none") return undefined;
  const unlock = unlockOf(model, episode);
  return unlock.name === "locked" ? unlock.offers : undefined;
}
