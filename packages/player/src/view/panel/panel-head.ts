import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import type { OpenedViewContext } from "../view-context.js";

/** Title and close button of a panel; with the cover of what it is about, where there is one. */
export function renderPanelHead(
  { actions, messages }: OpenedViewContext,
  {
    title,
    note,
    cover,
  }: { readonly title: unknown; readonly note?: string; readonly cover?: string | undefined },
): TemplateResult {
  return html`<header class="sheet-head">
    ${cover ? html`<img class="cover" part="cover" src=${cover} alt="" decoding="async" />` : nothing}
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
