import { applyMediaFact, type PlayerModel } from "../core/player-model.js";
import { slotOf } from "../core/playlist.js";
import { type SlotPlanOptions, selectLaterTargets, selectSlotPlans } from "../core/select-slot-plans.js";
import { savesData } from "./saves-data.js";
import type { Session } from "./session.js";

/** What the driver asks others for. */
export interface MediaDriverOptions {
  readonly access: SlotPlanOptions["access"];
  /** The active episode played to its end. */
  readonly onEnded: () => void;
}

/** Handle of {@link driveMedia}. */
export interface MediaDriver {
  /** Lets go of all media; the next wish to play begins anew. */
  letGo(): void;
}

/**
 * Keeps the pool in step with the model, and the model with the pool: the one place where facts of media
 * come in and where media is started. A swipe only changes `index`; the rest follows here, in the same task.
 */
export function driveMedia(session: Session, options: MediaDriverOptions): MediaDriver {
  const { pool } = session;
  // Before somebody asked for pictures not one byte of media is loaded.
  let isEngaged = false;
  let direction: 1 | -1 = 1;

  const assign = (model: PlayerModel): void => {
    const plan = { direction, savesData: model.choices.savesData || savesData(), access: options.access };
    for (const { slot, target, role } of selectSlotPlans(model, plan)) pool.assign(slot, target, role);
    pool.foresee(selectLaterTargets(model, plan));
  };

  session.subscribe((model, previous) => {
    if (model.series !== previous.series) {
      isEngaged = false;
      if (previous.series) pool.release();
    }
    const engages = model.wantsPlay && !isEngaged;
    const moved = model.index !== previous.index;
    const rightsChanged = model.entitlements?.states !== previous.entitlements?.states;
    if (engages) isEngaged = true;
    if (moved) direction = model.index === previous.index - 1 ? -1 : 1;
    const savesChanged = model.choices.savesData !== previous.choices.savesData;
    if (!isEngaged || !(engages || moved || rightsChanged || savesChanged)) return;
    const slot = slotOf(model.index);
    if (engages || moved) pool.activate(slot);
    // What plays by itself has the main thread for its first pictures; what comes after it can wait for them.
    if (moved && !rightsChanged && model.uncovered[slot])
      setTimeout(() => isEngaged && assign(session.model));
    else assign(model);
    if (model.wantsPlay) pool.play();
  });

  pool.subscribe((fact) => {
    const before = session.model;
    session.replace(applyMediaFact(before, fact));
    if (fact.type === "paused" && isForeignPause(before, fact.key)) session.commit({ wantsPlay: false });
    if (fact.type === "ended" && fact.key === before.media.key) options.onEnded();
  });

  return {
    letGo() {
      isEngaged = false;
      pool.release();
    },
  };
}

/** The system, a headset or another application paused: that is the viewer's wish too. A hidden page only rests. */
function isForeignPause({ wantsPlay, media }: PlayerModel, key: string): boolean {
  return (
    wantsPlay &&
    key === media.key &&
    (media.phase === "playing" || media.phase === "stalled") &&
    document.visibilityState === "visible"
  );
}
