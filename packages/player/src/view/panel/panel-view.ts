import { html, type TemplateResult } from "lit";
import { endCardStyles } from "../../style/end-card.js";
import { panelStyles } from "../../style/panel.js";
import { sheetStyles } from "../../style/sheet.js";
import { adoptStyles } from "../directives/adopt-styles.js";
import { focusScope } from "../directives/focus-scope.js";
import { renderSettings } from "../settings/settings-view.js";
import type { OpenedViewContext } from "../view-context.js";
import { renderCaptionsMenu } from "./captions-menu.js";
import { renderEndCard } from "./end-card.js";
import { renderEpisodeList } from "./episode-list.js";

/** The sheet that `state.panel` names, or the end card when it names none. */
export function renderPanel(context: OpenedViewContext): TemplateResult {
  const { state, actions } = context;
  const content =
    state.panel === "episodes"
      ? renderEpisodeList(context)
      : state.panel === "captions"
        ? renderCaptionsMenu(context)
        : state.panel === "settings"
          ? renderSettings(context)
          : renderEndCard(context);
  const isEnd = state.panel === "none";
  return html`${
    isEnd
      ? undefined
      : html`<div class="veil" aria-hidden="true" @click=${() => actions.openPanel("none")}></div>`
  }
    <div
      class="sheet ${isEnd ? "end" : "panel"}"
      part=${isEnd ? "end-card" : "panel"}
      role="dialog"
      aria-modal="true"
      aria-labelledby="panel-title"
      tabindex="-1"
      ${adoptStyles([sheetStyles, panelStyles, endCardStyles])}
      ${focusScope()}
    >
      ${content}
    </div>`;
}
