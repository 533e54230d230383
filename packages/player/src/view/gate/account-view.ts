import { html, nothing, type TemplateResult } from "lit";
import { gateAccountStyles } from "../../style/gate-account.js";
import { sheetStyles } from "../../style/sheet.js";
import { adoptStyles } from "../directives/adopt-styles.js";
import type { OpenedViewContext } from "../view-context.js";
import { selectGateWords } from "./gate-context.js";
import { renderPurchases } from "./purchases-view.js";
import { renderRuleOn } from "./rule-view.js";

/** What the settings have of a viewer's spending: the rule that buys without a press, and the way to the purchases. */
export function renderAccount(context: OpenedViewContext): TemplateResult {
  const { state, actions, messages } = context;
  return html`<div class="account" ${adoptStyles([sheetStyles, gateAccountStyles])}>
    ${renderRuleOn(context)}
    ${
      state.account?.showsReceipts
        ? html`<button
            class="action"
            part="purchases-button"
            type="button"
            @click=${() => actions.askAccount({ type: "show-purchases" })}
          >
            ${selectGateWords(messages).purchases}
          </button>`
        : nothing
    }
  </div>`;
}

/** The purchases in place of the settings. */
export function renderPurchasesPage(context: OpenedViewContext): TemplateResult | typeof nothing {
  const { purchases } = context.state.account ?? {};
  if (!purchases) return nothing;
  return html`<div ${adoptStyles([sheetStyles, gateAccountStyles])}>${renderPurchases(context, purchases)}</div>`;
}
