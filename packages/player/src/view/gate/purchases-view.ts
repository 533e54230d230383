import type { Receipt } from "@micro-drama/protocol";
import { html, nothing, type TemplateResult } from "lit";
import type { PurchasesView } from "../../core/account-view.js";
import { controlIcons } from "../controls/control-icons.js";
import { icon } from "../icons.js";
import type { OpenedViewContext } from "../view-context.js";
import { formatPrice, selectGateWords } from "./gate-context.js";
import { innerPage } from "./inner-page.js";

/** The purchase history in place of what its sheet showed: what, when, how much, and the number to ask support with. */
export function renderPurchases(context: OpenedViewContext, purchases: PurchasesView): TemplateResult {
  const { messages, actions } = context;
  const words = selectGateWords(messages);
  const goBack = () => actions.askAccount({ type: "hide-purchases" });
  const { phase, receipts, next } = purchases;
  return html`<section
    class="purchases"
    part="purchases"
    tabindex="-1"
    aria-labelledby="purchases-title"
    aria-busy=${phase === "loading"}
    ${innerPage(goBack, "[part~=purchases-button]")}
  >
    <div class="purchases-head">
      <button
        class="quiet is-sign"
        part="purchases-back-button"
        type="button"
        aria-label=${messages.close}
        @click=${goBack}
      >
        ${icon(controlIcons.back)}
      </button>
      <h3 id="purchases-title">${words.purchases}</h3>
    </div>
    ${phase === "shown" && receipts.length === 0 ? html`<p class="standing-note">${words.purchasesNone}</p>` : nothing}
    <ul class="receipts">
      ${receipts.map((receipt) => renderReceipt(context, receipt))}
    </ul>
    ${phase === "loading" ? html`<div class="skeleton" role="img" aria-label=${messages.loading}><i></i></div>` : nothing}
    ${phase === "failed" ? renderFailed(context, next) : nothing}
    ${
      phase === "shown" && next
        ? html`<button
            class="action"
            part="older-button"
            type="button"
            @click=${() => actions.askAccount({ type: "show-older-purchases" })}
          >
            ${words.older}
          </button>`
        : nothing
    }
  </section>`;
}

function renderFailed({ messages, actions }: OpenedViewContext, next: string | undefined): TemplateResult {
  const type = next === undefined ? "show-purchases" : "show-older-purchases";
  return html`<p class="standing-note">${selectGateWords(messages).purchasesFailed}</p>
    <button class="action" type="button" @click=${() => actions.askAccount({ type })}>${messages.retry}</button>`;
}

function renderReceipt(
  { messages, state }: OpenedViewContext,
  { id, at, charged, kind, refs }: Receipt,
): TemplateResult {
  const words = selectGateWords(messages);
  const titles = (refs ?? [])
    .filter(({ series }) => series === state.series?.id)
    .map(({ episode }) => state.series?.episodes.find((candidate) => candidate.id === episode)?.number)
    .filter((number) => number !== undefined)
    .map((number) => messages.episode(number));
  return html`<li part="receipt">
    <span class="receipt-words">
      <b>${[words.receiptKinds[kind ?? "unlock"], titles.slice(0, 3).join(", ")].filter(Boolean).join(" · ")}</b>
      <small>${messages.format.date(at)}</small>
      <small class="receipt-id">${words.receipt(id)}</small>
    </span>
    <b>${formatPrice(messages, charged)}</b>
  </li>`;
}
