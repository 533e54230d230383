import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import type { OpenedViewContext } from "../view-context.js";

/** Title and close button of a panel. */
export function renderPanelHead(
  { actions, messages }: OpenedViewContext,
  { title, note }: { readonly title: string; readonly note?: string },
): TemplateResult {
  return html`<header class="sheet-head">
    <h2 class="sheet-title" id="panel-title">
      ${title} ${note ? html`<span class="sheet-note">${note}</span>` : nothing}
    </h2>
    <button
      class="glyph is-glass"
      part="panel-close-button"
      type="button"
      aria-label=${messages.close}
      @click=${() => actions.openPanel("none")}
    >
      ${icon(sheetIcons.close)}
    </button>
  </header>`;
}
