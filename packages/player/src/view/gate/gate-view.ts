import { html, nothing, type TemplateResult } from "lit";
import { gateStyles } from "../../style/gate.js";
import { gateAccountStyles } from "../../style/gate-account.js";
import { gateStandingStyles } from "../../style/gate-standing.js";
import { gateWaysStyles } from "../../style/gate-ways.js";
import { sheetStyles } from "../../style/sheet.js";
import { adoptStyles } from "../directives/adopt-styles.js";
import { focusScope } from "../directives/focus-scope.js";
import type { OpenedViewContext } from "../view-context.js";
import { gateSheet } from "./gate-sheet.js";
import { renderTeaser } from "./teaser-view.js";

export { renderAccountNotice } from "./account-notice-view.js";
export { renderAccount, renderPurchasesPage } from "./account-view.js";
export { selectGateWords } from "./gate-context.js";
export { renderShutGate } from "./shut-gate-view.js";

/**
 * The lock over an episode: a modal dialog that says what it costs, what is left, and how to get away.
 * It is modal inside the player only: the page around belongs to the page, and the film above it can
 * still be swiped away.
 */
export function renderGate(context: OpenedViewContext): TemplateResult {
  const { gate } = context.state;
  return html`${gate ? renderTeaser(gate.episode) : nothing}<div
    class="sheet gate"
    part="gate"
    role="dialog"
    aria-modal="true"
    aria-labelledby="gate-title gate-price"
    tabindex="-1"
    ?data-armed=${gate?.armed ?? false}
    data-access=${gate?.access.name ?? "unknown"}
    ${adoptStyles([sheetStyles, gateWaysStyles, gateStandingStyles, gateAccountStyles, gateStyles])}
    ${focusScope()}
  >
    ${gate ? gateSheet(context, gate) : undefined}
  </div>`;
}
