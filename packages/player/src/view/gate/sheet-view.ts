import { html, nothing, type TemplateResult } from "lit";
import { controlIcons } from "../controls/control-icons.js";
import { scrollCue } from "../directives/scroll-cue.js";
import { icon } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import { renderAccountNotice } from "./account-notice-view.js";
import { type GateContext, selectWayBack } from "./gate-context.js";
import { sortOffers } from "./gate-offers.js";
import { renderMoreWays } from "./more-ways-view.js";
import { renderPurchase } from "./purchase-view.js";
import { renderPurchases } from "./purchases-view.js";
import { renderDecline, renderStanding } from "./standing-view.js";
import { renderWait } from "./wait-view.js";

/** The content of the sheet: what it is, what it costs, how to get away. */
export function renderSheet(context: GateContext, onPointerdown: () => void): TemplateResult {
  const { gate, messages, actions, state } = context;
  const { episode } = gate;
  return html`<header class="sheet-head" @pointerdown=${onPointerdown}>
      <h2 class="sheet-title" id="gate-title" part="gate-title">
        <span class="sheet-kicker">${icon(sheetIcons.lock)}${messages.episode(episode.number)}</span>
        <span class="visually-hidden"> — </span>
        <span class="sheet-name"><bdi lang=${state.series?.lang ?? nothing}>${episode.title}</bdi></span>
      </h2>
      <button
        class="glyph is-glass"
        part="gate-close-button"
        type="button"
        aria-label=${messages.close}
        @click=${() => actions.closeGate()}
      >
        ${icon(sheetIcons.close)}
      </button>
    </header>
    <div class="sheet-body" @pointerdown=${onPointerdown} ${scrollCue()}>
      ${renderAccountNotice(context)}
      ${state.account?.purchases ? renderPurchases(context, state.account.purchases) : renderBody(context)}
      <div class="fine-print" part="fine-print">
        <slot name="terms"></slot><slot name="cancel"></slot><slot name="refund"></slot>
      </div>
    </div>
    <footer class="sheet-foot">${renderWayBack(context)}</footer>`;
}

function renderBody(context: GateContext): TemplateResult {
  const { access } = context.gate;
  if (access.name !== "locked" && access.name !== "unlocking") return renderStanding(context);
  const offers = sortOffers(access.offers);
  if (access.offers.length === 0) {
    return html`${renderDecline(context)}
      <p class="standing-note">${context.words.noOffers}</p>
      <button class="action" type="button" @click=${() => context.actions.recheck()}>
        ${context.words.checkAgain}
      </button>`;
  }
  return html`${renderDecline(context)} ${renderPurchase(context, offers)} ${renderWait(context, offers.wait)}
  ${renderMoreWays(context, offers)}`;
}

function renderWayBack(context: GateContext): TemplateResult {
  const { actions, words, messages } = context;
  const number = selectWayBack(context);
  return html`<button class="action" part="gate-back-button" type="button" @click=${() => actions.closeGate()}>
      ${number === undefined ? messages.close : words.backTo(number)}
    </button>
    <button
      class="action is-square"
      part="gate-episodes-button"
      type="button"
      aria-label=${messages.episodes}
      @click=${() => actions.openPanel("episodes")}
    >
      ${icon(controlIcons.episodes)}
    </button>`;
}
