import { activeEpisode, type PlayerModel, unlockOf } from "./player-model.js";
import { isPlayable } from "./playlist.js";
import type { Stage } from "./view-state.js";

/** What the viewer looks at. Derived, never stored. */
export function selectStage(model: PlayerModel): Stage {
  if (model.seriesFailure) return "error";
  const episode = activeEpisode(model);
  if (!episode) return model.wantsPlay ? "loading" : "poster";
  if (model.isOver) return "ended";
  if (episode.access === "unpublished") return "announced";
  if (!isPlayable(episode, unlockOf(model, episode).name)) return "gate";
  return stageOfMedia(model);
}

/** The sheet of a lock is before the viewer's eyes; inline, or once it was shut, a lock only shows its cover. */
export function isGateOpen(model: PlayerModel): boolean {
  return model.mode !== "inline" && !model.media.isGateShut && selectStage(model) === "gate";
}

function stageOfMedia({ media, wantsPlay, mode }: PlayerModel): Stage {
  switch (media.phase) {
    case "failed":
      return "error";
    case "playing":
    case "stalled":
      return media.phase;
    case "ended":
      return "paused";
    case "paused":
    case "idle":
    case "loading":
      if (wantsPlay) return "loading";
      // A film that never moved shows its poster and an invitation; one that was stopped shows where it stopped.
      return media.position > 0 && mode !== "inline" ? "paused" : "poster";
  }
}
