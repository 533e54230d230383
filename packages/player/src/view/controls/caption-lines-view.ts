import { html, nothing, type TemplateResult } from "lit";
import type { ViewState } from "../../core/view-state.js";

/** The lines being spoken, in a box of their own above the controls. Text only: never markup of a file. */
export function renderCaptionLines({ captions, gate }: ViewState): TemplateResult | typeof nothing {
  if (gate || captions.active === null || captions.lines.length === 0) return nothing;
  return html`<div class="captions" part="captions" lang=${captions.active} dir="auto">
    ${captions.lines.map((line) => html`<span class="caption-line" part="caption-line">${line}</span>`)}
  </div>`;
}
