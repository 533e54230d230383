import { html, nothing } from "lit";
import type { OpenedViewContext } from "../view-context.js";

/** What a press brought about, for a moment: the live region says the same. */
export function renderToast({ state, messages }: OpenedViewContext): unknown {
  const { toast = "none", isBoosted } = state.choices;
  if (isBoosted)
    return html`<p class="pill is-notice is-boost" part="boost" aria-hidden="true">${messages.format.rate(2)}</p>`;
  return toast === "none"
    ? nothing
    : html`<p class="pill is-notice" part="toast">${toast === "copied" ? messages.settings.copied : messages.notKept}</p>`;
}
