import { html, type TemplateResult } from "lit";
import { icon } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import type { OpenedViewContext } from "../view-context.js";
import { selectGateWords } from "./gate-context.js";

/** A lock whose sheet was closed where there is nothing to go back to: says so, and opens the sheet again. */
export function renderShutGate(context: OpenedViewContext): TemplateResult {
  const { actions, messages } = context;
  return html`<div class="notice message" part="notice shut-gate">
    ${icon(sheetIcons.lock)}
    <p class="message-title">${messages.lockedHint}</p>
    <button class="pill is-solid" part="open-gate-button" type="button" @click=${() => actions.openGate()}>
      ${selectGateWords(messages).unlockFree}
    </button>
  </div>`;
}
