import type { Offer } from "@micro-drama/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { formatPrice, type GateContext } from "./gate-context.js";
import { sortOffers } from "./gate-offers.js";

/** What it will cost after signing in: no surprise behind the door. */
export function renderPurchasePreview(
  { messages, words }: GateContext,
  offers: readonly Offer[],
): TemplateResult | typeof nothing {
  const { priced } = sortOffers(offers);
  if (priced.length === 0) return nothing;
  return html`<ul class="preview">
    ${priced.map(
      (offer) => html`<li>
        <span
          >${offer.label ?? (offer.kind === "coins" ? words.thisEpisode : offer.rest ? words.rest(offer.episodes.length) : words.bundle(offer.episodes.length))}</span
        >
        <b>${formatPrice(messages, offer.price)}</b>
      </li>`,
    )}
  </ul>`;
}
