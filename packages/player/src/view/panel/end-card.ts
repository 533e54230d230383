import { html, nothing, type TemplateResult } from "lit";
import { controlIcons } from "../controls/control-icons.js";
import { icon, signs } from "../icons.js";
import type { OpenedViewContext } from "../view-context.js";

/** After the last published episode: what to watch next, once more from the start, tell a friend. */
export function renderEndCard({ state, actions, messages }: OpenedViewContext): TemplateResult {
  const { series } = state;
  const next = series?.next;
  return html`<div class="end-body">
    <p class="end-kicker">${messages.theEnd}</p>
    <h2 class="end-title" id="panel-title">
      ${next ? messages.upNext : html`<bdi lang=${series?.lang ?? nothing}>${series?.title}</bdi>`}
    </h2>
    ${
      next
        ? html`<button class="end-next" part="next-series-button" type="button" @click=${() => actions.playNextSeries()}>
            ${next.poster ? html`<img src=${next.poster} alt="" />` : nothing}
            <span class="end-next-words"
              ><b><bdi>${next.title}</bdi></b
              ><span class="card-watch">${icon(signs.play)}${messages.watch}</span></span
            >
          </button>`
        : nothing
    }
    ${state.nextFailed ? html`<p class="end-kicker" role="alert">${messages.seriesFailure}</p>` : nothing}
    <div class="end-actions">
      <button class="action" part="replay-button" type="button" @click=${() => actions.replay()}>
        ${icon(signs.replay)}${messages.replay}
      </button>
      <button class="action" part="share-button" type="button" @click=${() => actions.share()}>
        ${icon(controlIcons.share)}${messages.share}
      </button>
      ${
        state.mode === "immersive"
          ? html`<button class="action" part="end-close-button" type="button" @click=${() => actions.leaveImmersive()}>
              ${messages.close}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}
