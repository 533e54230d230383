import { html, type TemplateResult } from "lit";
import { selectEpisode, selectPublishedCount, type ViewContext } from "./view-context.js";

/** The one polite live region: what has become true, never what is hoped for. */
export function renderStatus(context: ViewContext): TemplateResult {
  return html`<p class="visually-hidden" role="status">${selectStatus(context)}</p>`;
}

/** What a screen reader is told of the present state. */
export function selectStatus({ state, messages }: ViewContext): string {
  const { gate, series } = state;
  if (state.seriesFailure) return messages.seriesFailure;
  if (!state.online) return messages.offline;
  const episode = selectEpisode(state);
  if (!series || !episode || state.mode === "inline") return "";
  if (gate) {
    if (gate.access.name === "confirming") return messages.confirming;
    if (gate.access.name === "pending") return messages.pending;
    return messages.lockedHint;
  }
  if (state.stage === "ended") return messages.theEnd;
  return messages.episodeOf(episode.number, selectPublishedCount(state), episode.title);
}
