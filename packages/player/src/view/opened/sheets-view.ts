import { html, type TemplateResult } from "lit";
import { createLazyChunk } from "../lazy-chunk.js";
import { gateChunk, renderStandIn } from "../lazy-views.js";
import { isCovered, type OpenedViewContext } from "../view-context.js";
import { containWheel } from "./contain-wheel.js";

const panelChunk = createLazyChunk(() => import("../panel/panel-view.js"));

/** The sheet over the film. The episode list may be opened over the gate: earlier episodes stay reachable. */
export function renderSheets(context: OpenedViewContext): TemplateResult {
  return html`<div class="overlay" @wheel=${containWheel}>
    ${isCovered(context.state) ? renderSheet(context) : renderNoticeOverFilm(context)}
  </div>`;
}

/** What the viewer's own rule did, or what came with a sign-in: told while the film plays. */
function renderNoticeOverFilm(context: OpenedViewContext): unknown {
  return gateChunk.render(context, ({ renderAccountNotice }) => renderAccountNotice(context));
}

function renderSheet(context: OpenedViewContext): unknown {
  const { panel, gate } = context.state;
  const standIn = (retry: (() => void) | undefined) => renderStandIn(context, retry);
  if (panel === "none" && gate) {
    const sheet = gateChunk.render(context, ({ renderGate }) => renderGate(context), standIn);
    return html`<slot name="gate">${sheet}</slot>`;
  }
  const sheet = panelChunk.render(context, ({ renderPanel }) => renderPanel(context), standIn);
  return panel === "none" ? html`<slot name="end-card">${sheet}</slot>` : sheet;
}
