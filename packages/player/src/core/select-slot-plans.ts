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
  /** Where the viewer came from: a neighbour on the way is likelier than one that was left. */
  readonly direction: 1 | -1;
  /** The viewer pays for every byte: nothing loads that is not watched. */
  readonly savesData: boolean;
  /** Keeps the addresses of a granted episode valid. */
  readonly access: (ref: EpisodeRef, media: Playback) => MediaTarget["access"];
}

/**
 * Which media each of the three slots should hold. Before anybody asked for pictures: none.
 * A locked episode has no target, so not one byte of it is asked for.
 */
export function selectSlotPlans(model: PlayerModel, options: SlotPlanOptions): readonly SlotPlan[] {
  const { index } = model;
  const target = (at: number): MediaTarget | null => targetOf(model, at, options.access);
  const onTheWay = index + (target(index + options.direction) ? options.direction : -options.direction);
  const plan = (at: number): SlotPlan => {
    const neighbour = at === onTheWay && !options.savesData ? "warm" : "hold";
    return { slot: slotOf(at), target: target(at), role: at === index ? "current" : neighbour };
  };
  // The slot before the first episode is the one after the next: it holds nothing yet.
  const before: SlotPlan =
    index > 0 ? plan(index - 1) : { slot: slotOf(index + 2), target: null, role: "hold" };
  return [plan(index), plan(index + 1), before];
}

/** What may be wanted after the neighbour, nearest first; nothing of it has a slot. */
export function selectLaterTargets(model: PlayerModel, options: SlotPlanOptions): readonly MediaTarget[] {
  if (options.savesData) return [];
  const target = targetOf(model, model.index + 2 * options.direction, options.access);
  return target ? [target] : [];
}

function targetOf(
  model: PlayerModel,
  index: number,
  accessOf: SlotPlanOptions["access"],
): MediaTarget | null {
  const series = model.series;
  const episode: Episode | undefined = series?.episodes[index];
  if (!series || !episode) return null;
  const ref = refOf(series, episode);
  const key = refKey(ref);
  const base = { key, startAt: model.places?.[key] ?? 0 };
  if (episode.access === "free" && episode.source) {
    return { ...base, media: episode.source, captions: episode.captions };
  }
  const unlock = unlockOf(model, episode);
  if (unlock.name !== "granted" || !unlock.playback) return null;
  const { playback } = unlock;
  const access = accessOf(ref, playback);
  return { ...base, media: playback, captions: playback.captions, ...(access && { access }) };
}
