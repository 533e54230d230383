import { html, nothing, type TemplateResult } from "lit";
import { topBarStyles } from "../../style/top-bar.js";
import { controlIcons } from "../controls/control-icons.js";
import { adoptStyles } from "../directives/adopt-styles.js";
import { icon } from "../icons.js";
import { isCovered, type OpenedViewContext } from "../view-context.js";

/** The way back and the name of the series. */
export function renderTopBar(context: OpenedViewContext): TemplateResult {
  const { state, actions, messages } = context;
  const { series } = state;
  return html`<div class="top ${state.choices.isClean ? "is-clean" : ""}" part="top-bar" ?inert=${isCovered(state) || state.choices.isClean} ${adoptStyles([topBarStyles])}>
    ${
      state.mode === "immersive"
        ? html`<button
            class="glyph"
            part="back-button"
            type="button"
            aria-label=${messages.close}
            @click=${() => actions.leaveImmersive()}
          >
            ${icon(controlIcons.back)}
          </button>`
        : nothing
    }
    <p class="series-title" part="series-title" lang=${series?.lang ?? nothing}>${series?.title}</p>
    ${renderFollow(context)}
  </div>`;
}

/** Only where the page keeps who follows. */
function renderFollow({ state, actions, messages }: OpenedViewContext): unknown {
  const follows = state.choices.reactions?.follows;
  if (follows === undefined) return nothing;
  return html`<button
    class="follow"
    part="follow-button"
    type="button"
    aria-pressed=${follows}
    @click=${() => actions.choose({ reacting: "follow" })}
  >
    <span>${icon(follows ? controlIcons.check : controlIcons.plus)}${messages.follow}</span>
  </button>`;
}
