import { html, nothing, type TemplateResult } from "lit";
import type { Messages } from "../locale/messages.js";
import { icon, signs } from "./icons.js";
import type { ViewContext } from "./view-context.js";

/** Comes after 400 ms (by CSS): what is quick needs no spinner. */
export function renderSpinner(messages: Messages): TemplateResult {
  return html`<div class="notice spinner" part="spinner" role="img" aria-label=${messages.loading}></div>`;
}

/** What a viewer can do about a failure; a way that is absent gets no button. */
export interface WaysOut {
  readonly retry?: (() => void) | undefined;
  readonly leave?: () => void;
}

/** Says what went wrong, in the middle of the picture. */
export function renderMessage(
  { messages }: ViewContext,
  title: string,
  { retry, leave }: WaysOut,
): TemplateResult {
  return html`<div class="notice message" part="notice">
    ${icon(signs.alert)}
    <p class="message-title">${title}</p>
    ${
      retry
        ? html`<button class="pill is-solid" part="retry-button" type="button" @click=${retry}>
            ${icon(signs.replay)}${messages.retry}
          </button>`
        : nothing
    }
    ${leave ? html`<button class="pill" type="button" @click=${leave}>${messages.close}</button>` : nothing}
  </div>`;
}
