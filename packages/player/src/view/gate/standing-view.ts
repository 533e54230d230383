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
        note: context.state.online ? words.failedNote : words.offline,
        again: true,
      });
    case "unavailable":
      return renderWords(context, {
        name: signs.alert,
        title: words.unavailable[access.reason],
        ...(access.reason === "not-published" && gate.episode.publishAt
          ? { note: messages.announcedFor(messages.format.date(gate.episode.publishAt)) }
          : {}),
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

/** Why the last attempt did not open the episode, beside the offers, with what can be done about it. */
export function renderDecline(context: GateContext): TemplateResult | typeof nothing {
  const { gate, words, messages, actions, state } = context;
  const { access } = gate;
  if (!state.online) return renderAlert(words.offline);
  if (gate.topUpFailed) return renderAlert(words.topUpFailed);
  if (access.name !== "locked") return nothing;
  if (access.failure)
    return renderAlert(access.failure.code === "ad-unavailable" ? words.adUnavailable : words.failedNote);
  if (!access.decline) return nothing;
  const { reason, shortfall, availableAt, message, confirmUrl } = access.decline;
  const text = message
    ? message
    : shortfall
      ? words.declinedShort(formatPrice(messages, shortfall))
      : reason === "not-yet" && availableAt
        ? words.declinedUntil(messages.format.date(availableAt))
        : words.declined[reason];
  if (confirmUrl) return renderAlert(text, renderConfirmation(context, confirmUrl));
  if (reason !== "sign-in-required") return renderAlert(text);
  return renderAlert(
    text,
    html`<button class="quiet" part="sign-in-button" type="button" @click=${() => actions.signIn()}>
      ${words.signIn}
    </button>`,
  );
}

/** The platform's own page; when the viewer comes back, the player asks again by itself. */
function renderConfirmation({ words }: GateContext, confirmUrl: string): TemplateResult {
  return html`<a class="quiet" part="confirm-link" href=${confirmUrl} target="_blank" rel="noopener noreferrer"
    >${words.confirm}</a
  >`;
}

function renderAlert(text: string, way: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="decline" part="decline">
    ${icon(signs.alert)}
    <div class="decline-words"><p>${text}</p>${way}</div>
  </div>`;
}
