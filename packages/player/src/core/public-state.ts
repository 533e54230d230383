import type { Wallet } from "@micro-drama/protocol";
import type { UnlockState, UnlockStateName } from "@micro-drama/sdk";
import { activeEpisode, type PlayerModel, unlockOf } from "./player-model.js";
import { selectStage } from "./select-stage.js";
import type { Mode, Stage } from "./view-state.js";

/** What a page may know of the player at any moment. Plain data; holds no URL of media and no secret. */
export interface PublicState {
  readonly stage: Stage;
  readonly mode: Mode;
  readonly series?: string;
  readonly episode?: string;
  /** 1-based number of the active episode. */
  readonly number?: number;
  /** At a lock: where it stands, with its offers. `unlock(offer)` takes one. */
  readonly lock?: UnlockState;
  /** What the viewer has, where the platform says it. */
  readonly wallet?: Wallet;
  readonly access: "free" | "unpublished" | UnlockStateName;
  /** Seconds. */
  readonly position: number;
  readonly duration: number;
  readonly muted: boolean;
  readonly captions: string | null;
}

/** Derives what a page may know. */
export function selectPublicState(model: PlayerModel): PublicState {
  const episode = activeEpisode(model);
  const stage = selectStage(model);
  const wallet = model.entitlements?.wallet;
  return Object.freeze({
    stage,
    ...(stage === "gate" && episode ? { lock: unlockOf(model, episode) } : {}),
    ...(wallet ? { wallet } : {}),
    mode: model.mode,
    ...(model.series ? { series: model.series.id } : {}),
    ...(episode ? { episode: episode.id, number: episode.number } : {}),
    access: selectAccess(model),
    position: model.media.position,
    duration: model.media.duration,
    muted: model.muted,
    captions: model.captionLang,
  });
}

/** The access of the active episode in one word. */
export function selectAccess(model: PlayerModel): PublicState["access"] {
  const episode = activeEpisode(model);
  if (!episode) return "unknown";
  return episode.access === "locked" ? unlockOf(model, episode).name : episode.access;
}
