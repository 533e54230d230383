import { html, nothing, type TemplateResult } from "lit";
import { icon, signs } from "./icons.js";
import { isCovered, type ViewContext } from "./view-context.js";

/** The way back and the name of the series: there before all other controls. */
export function renderTopBar({ state, actions, messages }: ViewContext): TemplateResult {
  const { series } = state;
  return html`<div class="top" part="top-bar" ?inert=${isCovered(state)}>
    ${
      state.mode === "immersive"
        ? html`<button
            class="glyph"
            part="back-button"
            type="button"
            aria-label=${messages.close}
            @click=${() => actions.leaveImmersive()}
          >
            ${icon(signs.back)}
          </button>`
        : nothing
    }
    <p class="series-title" part="series-title" lang=${series?.lang ?? nothing}>${series?.title}</p>
  </div>`;
}
