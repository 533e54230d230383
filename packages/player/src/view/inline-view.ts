import { html, nothing, type TemplateResult } from "lit";
import { icon } from "./icons.js";
import type { ViewContext } from "./view-context.js";

/**
 * The card in an article: one button over the whole picture, because a tap anywhere opens the player.
 * It takes no gesture, so the page scrolls as if it were an image.
 */
export function renderInline({ state, actions, messages }: ViewContext): TemplateResult | typeof nothing {
  const { series } = state;
  if (!series || state.seriesFailure) return nothing;
  const isRunning = state.stage === "playing" || state.stage === "stalled";
  return html`<button
    class="card"
    part="card"
    type="button"
    aria-label=${messages.watchSeries(series.title)}
    @click=${() => actions.enterImmersive()}
  >
    <span class="card-play ${isRunning ? "is-small" : ""}" part="card-play">${icon("play")}</span>
    <span class="card-foot">
      <span class="card-title" part="card-title" lang=${series.lang}>${series.title}</span>
      <span class="card-meta" part="card-meta">
        ${messages.episodeCount(series.episodes.length)}
        <span class="card-watch">${icon("play")}${messages.watch}</span>
      </span>
    </span>
  </button>`;
}
