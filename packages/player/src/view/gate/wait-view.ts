import type { WaitOffer } from "@micro-drama/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { icon, signs } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import { type GateContext, isBusy } from "./gate-context.js";

/** The free way: a calm clock, and a button once the time has come. */
export function renderWait(
  context: GateContext,
  offer: WaitOffer | undefined,
): TemplateResult | typeof nothing {
  if (!offer) return nothing;
  const { gate, messages, words, now, choose } = context;
  const left = Date.parse(offer.availableAt) - now;
  if (left > 0) {
    return html`<div class="wait" part="wait">
      ${icon(sheetIcons.clock)}
      <span class="wait-words">
        <b>${offer.label ?? words.wait}</b>
        <span role="timer">${words.waitLeft(messages.format.countdown(left))}</span>
      </span>
      <button
        class="quiet"
        part="reminder-button"
        type="button"
        @click=${() => context.actions.askAccount({ type: "remind", offer })}
      >
        ${words.remind}
      </button>
    </div>`;
  }
  const isReady = gate.armed && !isBusy(context);
  return html`<button
    class="action is-free"
    part="wait-button"
    type="button"
    aria-disabled=${isReady ? nothing : "true"}
    @click=${(event: Event) => (isReady ? choose(event, offer) : undefined)}
  >
    ${icon(signs.play)}
    <span class="action-words"><span>${words.watchFree}</span><small>${words.waitOver}</small></span>
  </button>`;
}
