import type { Episode } from "@micro-drama/protocol";
import { activeEpisode, type PlayerModel, unlockOf } from "./player-model.js";
import { selectRemaining } from "./playlist.js";
import { selectStage } from "./select-stage.js";
import type { GateView, ViewState } from "./view-state.js";

/** Everything that views are functions of, derived from the model and the server's clock. */
export function selectViewState(model: PlayerModel, serverNow: number): ViewState {
  const stage = selectStage(model);
  const episode = activeEpisode(model);
  const failure = model.seriesFailure ?? model.media.failure;
  const { wallet, merged } = model.entitlements ?? {};
  return Object.freeze({
    ...(model.series ? { series: model.series } : {}),
    ...(model.seriesFailure ? { seriesFailure: model.seriesFailure } : {}),
    mode: model.mode,
    index: model.index,
    stage,
    ...(stage === "error" && failure ? { failure } : {}),
    online: model.online,
    muted: model.muted,
    soundHint: model.soundHint,
    rate: model.rate,
    position: model.media.position,
    duration: model.media.duration || (episode?.duration ?? 0),
    bufferedEnd: model.media.bufferedEnd,
    uncovered: model.uncovered,
    captions: {
      available: selectCaptions(model, episode),
      active: model.captionLang,
      lines: model.media.lines,
    },
    ...(stage === "gate" && episode && !model.media.isGateShut ? { gate: selectGate(model, episode) } : {}),
    ...(wallet && { wallet }),
    ...(merged && { merged }),
    ...(model.account && { account: model.account }),
    serverNow,
    locks: selectLocks(model),
    ...(model.places && { places: model.places }),
    panel: model.panel,
    choices: model.choices,
    renditions: model.renditions,
    nextFailed: model.nextFailed,
  });
}

function selectCaptions(model: PlayerModel, episode: Episode | undefined) {
  const { captions } = model.media;
  if (captions || !episode) return captions ?? [];
  if (episode.access === "free") return episode.captions;
  const unlock = unlockOf(model, episode);
  return unlock.name === "granted" ? (unlock.playback?.captions ?? []) : [];
}

function selectGate(model: PlayerModel, episode: Episode): GateView {
  const nameOf = (candidate: Episode) => unlockOf(model, candidate).name;
  return Object.freeze({
    episode,
    access: unlockOf(model, episode),
    armed: model.gateArmed,
    toppingUp: model.toppingUp,
    topUpFailed: model.topUpFailed,
    isPageDeciding: model.isPageDeciding,
    remaining: model.series ? selectRemaining(model.series, model.index, nameOf) : { episodes: 1 },
  });
}

function selectLocks(model: PlayerModel): ViewState["locks"] {
  return (model.series?.episodes ?? []).map((episode) => {
    if (episode.access !== "locked") return episode.access;
    return unlockOf(model, episode).name === "granted" ? "owned" : "locked";
  });
}
