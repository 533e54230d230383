import type { EpisodeRef, Playback } from "@micro-drama/protocol";
import { applyMediaFact, type PlayerModel } from "../core/player-model.js";
import { slotOf } from "../core/playlist.js";
import { selectSlotPlans } from "../core/select-slot-plans.js";
import type { Session } from "./session.js";

/** Seconds that the current episode must be ahead before the next one may load: the current one always wins. */
const WARM_AHEAD = 2;

/** What the driver asks others for. */
export interface MediaDriverOptions {
  readonly refresh: (ref: EpisodeRef, signal: AbortSignal) => Promise<Playback>;
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
  let mayWarm = false;

  const assign = (model: PlayerModel): void => {
    for (const { slot, target, role } of selectSlotPlans(model, { mayWarm, refresh: options.refresh })) {
      pool.assign(slot, target, role);
    }
  };

  session.subscribe((model, previous) => {
    if (model.series !== previous.series) {
      isEngaged = false;
      mayWarm = false;
      pool.release();
    }
    const engages = model.wantsPlay && !isEngaged;
    const moved = model.index !== previous.index;
    const rightsChanged = model.entitlements?.states !== previous.entitlements?.states;
    const ready = !mayWarm && canWarm(model);
    if (engages) isEngaged = true;
    if (moved) mayWarm = false;
    else if (ready) mayWarm = true;
    if (!isEngaged || !(engages || moved || rightsChanged || ready)) return;
    if (engages || moved) pool.activate(slotOf(model.index));
    assign(model);
    if (model.wantsPlay && (engages || moved || rightsChanged)) pool.play();
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
      mayWarm = false;
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

function canWarm({ media }: PlayerModel): boolean {
  if (media.phase !== "playing") return false;
  const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };
  if (connection?.saveData || connection?.effectiveType?.includes("2g")) return false;
  const isBufferedToEnd = media.duration > 0 && media.bufferedEnd >= media.duration - 0.5;
  return isBufferedToEnd || media.bufferedEnd - media.position >= WARM_AHEAD;
}
