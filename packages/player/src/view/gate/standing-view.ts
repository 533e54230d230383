import { html, nothing, type TemplateResult } from "lit";
import { icon, type Shape, signs } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import { formatPrice, type GateContext } from "./gate-context.js";
import { renderPurchasePreview } from "./preview-view.js";

/** The sheet while nothing can be chosen: being asked, on its way, failed, not to be had. */
export function renderStanding(context: GateContext): TemplateResult {
  const { gate, words, messages, actions } = context;
  const { access } = gate;
  switch (access.name) {
    case "pending":
      return renderWords(context, {
        name: sheetIcons.clock,
        title: messages.pending,
        note: words.pendingNote,
        again: true,
      });
    case "confirming":
      return renderWords(context, { name: "busy", title: messages.confirming, note: words.confirmingNote });
    case "failed":
      return renderWords(context, {
        name: signs.alert,
        title: words.failed,
        note: words.failedNote,
        again: true,
      });
    case "unavailable":
      return renderWords(context, {
        name: signs.alert,
        title: words.unavailable[access.reason],
        again: access.reason !== "removed",
      });
    case "signed-out":
      return html`${renderWords(context, { name: sheetIcons.person, title: words.signedOut })}
        ${renderPurchasePreview(context, access.offers)}
        <button class="action is-primary" part="sign-in-button" type="button" @click=${() => actions.signIn()}>
          ${words.signIn}
        </button>`;
    default:
      return html`<div class="skeleton" role="img" aria-label=${words.checking}><i></i><i></i><i></i></div>`;
  }
}

interface Words {
  readonly name: Shape | "busy";
  readonly title: string;
  readonly note?: string;
  /** Offers to ask the platform again. */
  readonly again?: boolean;
}

function renderWords({ words, actions }: GateContext, { name, title, note, again }: Words): TemplateResult {
  return html`<div class="standing">
    ${name === "busy" ? html`<span class="turning" aria-hidden="true"></span>` : icon(name)}
    <p class="standing-title">${title}</p>
    ${note ? html`<p class="standing-note">${note}</p>` : nothing}
    ${
      again
        ? html`<button class="action" part="recheck-button" type="button" @click=${() => actions.recheck()}>
            ${icon(signs.replay)}${words.checkAgain}
          </button>`
        : nothing
    }
  </div>`;
}

/** Why the last attempt did not open the episode, beside the offers. */
export function renderDecline({ gate, words, messages }: GateContext): TemplateResult | typeof nothing {
  const { access } = gate;
  if (gate.topUpFailed) return renderAlert(words.topUpFailed);
  if (access.name !== "locked") return nothing;
  if (access.failure) return renderAlert(words.failedNote);
  if (!access.decline) return nothing;
  const { reason, shortfall, availableAt, message } = access.decline;
  const text = message
    ? message
    : shortfall
      ? words.declinedShort(formatPrice(messages, shortfall))
      : reason === "not-yet" && availableAt
        ? words.declinedUntil(messages.format.date(availableAt))
        : words.declined[reason];
  return renderAlert(text);
}

function renderAlert(text: string): TemplateResult {
  return html`<p class="decline" part="decline">${icon(signs.alert)}<span>${text}</span></p>`;
}
