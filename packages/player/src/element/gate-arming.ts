import { selectStage } from "../core/select-stage.js";
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
 * Arms the gate {@link GATE_DELAY_MS} after it opened and all fingers were lifted, whichever is later.
 * @param session the player
 */
export function createGateArming(session: Session): GateArming {
  let isTouching = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const isGate = (): boolean => selectStage(session.model) === "gate";
  const restart = (): void => {
    stop();
    if (!isGate() || isTouching || session.model.gateArmed) return;
    timer = setTimeout(() => {
      if (isGate() && !isTouching) session.commit({ gateArmed: true });
    }, GATE_DELAY_MS);
  };

  session.subscribe((model, previous) => {
    const opened = selectStage(previous) !== "gate" || model.index !== previous.index;
    if (isGate()) {
      if (opened) {
        if (model.gateArmed) session.commit({ gateArmed: false });
        restart();
      }
    } else if (timer !== undefined) stop();
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
