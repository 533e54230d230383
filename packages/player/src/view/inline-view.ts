import { html, nothing, type TemplateResult } from "lit";
import { icon, signs } from "./icons.js";
import { preloadControls } from "./lazy-views.js";
import { selectPublishedCount, type ViewContext } from "./view-context.js";

/**
 * The card in an article: one button over the whole picture, because a tap anywhere opens the player.
 * It takes no gesture, so the page scrolls as if it were an image.
 */
export function renderInline({ state, actions, messages }: ViewContext): TemplateResult | typeof nothing {
  const { series } = state;
  if (!series || state.seriesFailure || state.stage === "error") return nothing;
  const isRunning = state.stage === "playing" || state.stage === "stalled";
  return html`<button
    class="card ${isRunning ? "is-running" : ""}"
    part="card"
    type="button"
    @click=${() => actions.enterImmersive()}
    @pointerenter=${preloadControls}
    @focus=${preloadControls}
  >
    <span class="card-play ${isRunning ? "is-small" : ""}" part="card-play">${icon(signs.play)}</span>
    <span class="card-foot">
      ${isRunning ? nothing : html`<span class="visually-hidden">${messages.watch}</span>`}
      <span class="card-title" part="card-title" lang=${series.lang}>${series.title}</span>
      <span class="card-meta" part="card-meta">
        ${messages.episodeCount(selectPublishedCount(state))}
        ${isRunning ? html`<span class="card-watch">${icon(signs.play)}${messages.watch}</span>` : nothing}
      </span>
    </span>
  </button>`;
}
