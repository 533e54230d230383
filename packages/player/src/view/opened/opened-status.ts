import { type OpenedViewContext, selectEpisode, selectPublishedCount } from "../view-context.js";

/** What a screen reader is told of the present state: what has become true, never what is hoped for. */
export function selectOpenedStatus({ state, messages }: OpenedViewContext): string {
  const { gate } = state;
  const episode = selectEpisode(state);
  if (!episode) return "";
  if (gate) {
    if (gate.access.name === "confirming") return messages.confirming;
    if (gate.access.name === "pending") return messages.pending;
    return messages.lockedHint;
  }
  if (state.choices.toast === "copied") return messages.settings.copied;
  if (state.choices.toast === "not-kept") return messages.notKept;
  if (state.choices.stays === "once" && state.choices.next === "coming") return messages.staying;
  if (state.stage === "ended") return messages.theEnd;
  return messages.episodeOf(episode.number, selectPublishedCount(state), episode.title);
}
