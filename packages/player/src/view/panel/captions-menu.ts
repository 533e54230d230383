import { html, type TemplateResult } from "lit";
import { renderCaptionStyle } from "../captions/caption-style-view.js";
import { scrollCue } from "../directives/scroll-cue.js";
import { icon } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import type { OpenedViewContext } from "../view-context.js";
import { renderPanelHead } from "./panel-head.js";

/** Off, and every language that this episode has, each in its own words; and how captions look. */
export function renderCaptionsMenu(context: OpenedViewContext): TemplateResult {
  const { state, messages, actions } = context;
  const { available, active } = state.captions;
  const choices = [
    { lang: null, label: messages.captionsOff },
    ...available.map(({ lang, label }) => ({ lang, label })),
  ];
  return html`${renderPanelHead(context, { title: messages.captions })}
    <div class="sheet-body" ${scrollCue()}>
      <div class="menu" role="group" aria-labelledby="panel-title">
        ${choices.map(
          ({ lang, label }) => html`<button
          class="menu-item"
          part="menu-item"
          type="button"
          aria-pressed=${lang === active ? "true" : "false"}
          lang=${lang ?? messages.lang}
          @click=${() => {
            actions.setCaptions(lang);
            actions.openPanel("none");
          }}
        >
          <bdi>${label}</bdi>${icon(sheetIcons.check)}
        </button>`,
        )}
      </div>
      <h3 class="menu-title">${messages.captionStyle.title}</h3>
      ${renderCaptionStyle(context)}
    </div>`;
}
