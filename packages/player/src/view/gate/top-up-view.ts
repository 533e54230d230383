import type { TopUpOffer } from "@micro-drama/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import { formatPrice, type GateContext, isBusy } from "./gate-context.js";

/** All packs of the platform, when the viewer is short: the smallest that suffices is the one that stands out. */
export function renderPacks(
  context: GateContext,
  topUps: readonly TopUpOffer[],
  missing: number,
): TemplateResult | typeof nothing {
  if (topUps.length === 0) return nothing;
  const first = selectPack(topUps, missing);
  const rest = topUps.filter((offer) => offer !== first);
  return html`<div class="packs" part="packs">
    ${first ? renderTopUp(context, first, "prominent") : nothing}
    ${rest.map((offer) => renderTopUp(context, offer, "listed"))}
  </div>`;
}

/** The cheapest pack that is enough, by its coins; a platform that does not say how many gets its own order. */
export function selectPack(topUps: readonly TopUpOffer[], missing: number): TopUpOffer | undefined {
  const enough = topUps.filter(({ coins }) => coins !== undefined && coins >= missing);
  return [...enough].sort((a, b) => (a.coins ?? 0) - (b.coins ?? 0))[0] ?? topUps[0];
}

/** A way to more coins. Play money is called so, in the same breath. */
export function renderTopUp(
  context: GateContext,
  offer: TopUpOffer,
  place: "prominent" | "listed",
): TemplateResult {
  const { gate, messages, words, choose } = context;
  const isReady = gate.armed && !isBusy(context);
  return html`<button
    class="action ${place === "prominent" ? "is-primary" : "is-row"} ${gate.toppingUp ? "is-working" : ""}"
    part="top-up-button"
    type="button"
    aria-disabled=${isReady ? nothing : "true"}
    @click=${(event: Event) => (isReady ? choose(event, offer) : undefined)}
  >
    ${icon(sheetIcons.coin)}
    <span class="action-words">
      <span>${gate.toppingUp ? words.toppingUp : selectLabel(context, offer)}</span>
      ${offer.demo ? html`<small>${words.demoNote}</small>` : nothing}
    </span>
    ${offer.price && !offer.demo ? html`<b>${formatPrice(messages, offer.price)}</b>` : nothing}
  </button>`;
}

function selectLabel({ words }: GateContext, { label, coins, demo }: TopUpOffer): string {
  if (label) return label;
  if (coins === undefined) return words.topUpPlain;
  return demo ? words.demoTopUp(words.coins(coins)) : words.topUp(words.coins(coins));
}
