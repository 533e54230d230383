import type { Episode, EpisodeRef, Playback } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol/manifest";
import type { MediaTarget } from "./media-fact.js";
import { type PlayerModel, refOf, unlockOf } from "./player-model.js";
import { slotOf } from "./playlist.js";

/** What one slot should hold now. */
export interface SlotPlan {
  readonly slot: number;
  readonly target: MediaTarget | null;
  readonly role: "current" | "warm" | "hold";
}

/** What a plan depends on besides the model. */
export interface SlotPlanOptions {
  /** The next episode may load: the current one is safely ahead, and the viewer does not save data. */
  readonly mayWarm: boolean;
  readonly refresh: (ref: EpisodeRef, signal: AbortSignal) => Promise<Playback>;
}

/**
 * Which media each of the three slots should hold. Before anybody asked for pictures: none.
 * A locked episode has no target, so not one byte of it is asked for.
 */
export function selectSlotPlans(model: PlayerModel, options: SlotPlanOptions): readonly SlotPlan[] {
  const { index } = model;
  const plan = (at: number, role: SlotPlan["role"]): SlotPlan => ({
    slot: slotOf(at),
    target: targetOf(model, at, options.refresh),
    role,
  });
  const plans = [plan(index, "current"), plan(index + 1, options.mayWarm ? "warm" : "hold")];
  // The slot before the first episode is the one after the next: it holds nothing yet.
  plans.push(index > 0 ? plan(index - 1, "hold") : { slot: slotOf(index + 2), target: null, role: "hold" });
  return plans;
}

function targetOf(
  model: PlayerModel,
  index: number,
  refresh: SlotPlanOptions["refresh"],
): MediaTarget | null {
  const series = model.series;
  const episode: Episode | undefined = series?.episodes[index];
  if (!series || !episode) return null;
  const ref = refOf(series, episode);
  const base = { key: refKey(ref), startAt: 0 };
  if (episode.access === "free" && episode.source) {
    return { ...base, media: episode.source, captions: episode.captions };
  }
  const unlock = unlockOf(model, episode);
  if (unlock.name !== "granted" || !unlock.playback) return null;
  return {
    ...base,
    media: unlock.playback,
    captions: unlock.playback.captions,
    refresh: (signal) => refresh(ref, signal),
  };
}
