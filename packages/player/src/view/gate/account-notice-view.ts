import { html, nothing, type TemplateResult } from "lit";
import type { AccountNotice } from "../../core/account-view.js";
import { gateAccountStyles } from "../../style/gate-account.js";
import { sheetStyles } from "../../style/sheet.js";
import { adoptStyles } from "../directives/adopt-styles.js";
import { icon } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import type { OpenedViewContext } from "../view-context.js";
import { formatPrice, selectGateWords } from "./gate-context.js";

/** What became true without a press for just that: over the sheet, or over the film where no sheet is. */
export function renderAccountNotice(context: OpenedViewContext): TemplateResult | typeof nothing {
  const { state, actions, messages } = context;
  const notice = state.account?.notice;
  if (!notice) return nothing;
  const words = selectGateWords(messages);
  const dismiss = () => actions.askAccount({ type: "dismiss-notice" });
  const stop = () => {
    actions.askAccount({ type: "set-auto-unlock", rule: null });
    dismiss();
  };
  const asksForSignIn = notice.type === "nothing-restored" || notice.type === "no-sign-in";
  return html`<div
    class="account-notice ${state.gate ? "" : "is-over-film"}"
    part="account-notice"
    role="status"
    ${adoptStyles([sheetStyles, gateAccountStyles])}
  >
    ${icon(asksForSignIn ? sheetIcons.person : sheetIcons.check)}
    <p>${selectText(context, notice)}</p>
    ${
      notice.type === "bought-by-rule"
        ? html`<button class="quiet" part="rule-stop-button" type="button" @click=${stop}>${words.ruleStop}</button>`
        : nothing
    }
    ${
      notice.type === "nothing-restored"
        ? html`<button class="quiet" type="button" @click=${() => actions.signIn()}>${words.signIn}</button>`
        : nothing
    }
    <button
      class="quiet is-sign"
      part="notice-close-button"
      type="button"
      aria-label=${messages.close}
      @click=${dismiss}
    >
      ${icon(sheetIcons.close)}
    </button>
  </div>`;
}

function selectText({ messages, state }: OpenedViewContext, notice: AccountNotice): string {
  const words = selectGateWords(messages);
  switch (notice.type) {
    case "bought-by-rule":
      return [
        words.boughtByRule(notice.number, words.coins(notice.coins)),
        words.ruleSpent(words.coins(state.account?.spentByRule ?? 0)),
      ].join(" · ");
    case "merged": {
      const { episodes, refunded } = notice.merged;
      const refund = refunded ? [words.mergedRefund(formatPrice(messages, refunded))] : [];
      return [words.merged(episodes), ...refund].join(" · ");
    }
    case "nothing-restored":
      return words.nothingRestored;
    case "no-sign-in":
      return words.noSignIn;
    case "reminded":
      return words.reminded;
    case "rule-not-kept":
      return words.ruleNotKept;
  }
}
