import type { Price } from "@micro-drama/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import { formatPrice, type GateContext, isBusy } from "./gate-context.js";
import { type PricedOffer, type SortedOffers, selectSpending } from "./gate-offers.js";
import { renderRuleOn } from "./rule-view.js";
import { renderPacks } from "./top-up-view.js";

/** What can be bought at once: the cards, what it does to the wallet, and the one button that spends. */
export function renderPurchase(context: GateContext, offers: SortedOffers): TemplateResult | typeof nothing {
  const selected = offers.priced.find(({ id }) => id === context.selectedId);
  if (!selected) return nothing;
  const spending = selectSpending(context.state.wallet, selected.price);
  const isShort = spending !== undefined && spending.after < 0;
  return html`<fieldset class="cards">
      <legend class="visually-hidden">${context.words.unlockFree}</legend>
      ${offers.priced.map((offer) => renderCard(context, offer, offers.priced.length > 1))}
    </fieldset>
    ${renderBalance(context, selected)} ${renderSpendButton(context, selected, isShort)}
    ${isShort ? renderPacks(context, offers.topUps, -spending.after) : nothing}
    <p class="small">${selectTerms(context, selected)}</p>
    ${renderRuleOn(context)}`;
}

/** What the price is for: for good or until when, and that nothing is spent without a press, where that is so. */
function selectTerms({ words, messages, state }: GateContext, { until }: PricedOffer): string {
  if (until) return words.keepUntil(messages.format.date(until));
  return state.account?.rule ? "" : words.noAutoCharge;
}

function renderCard(context: GateContext, offer: PricedOffer, isChoice: boolean): TemplateResult {
  const { messages, words, selectedId, select } = context;
  const content = html`<span class="card-words">
      <span class="card-name">${selectName(context, offer)}</span>
      <span class="card-details">${selectDetails(context, offer)}</span>
    </span>
    <span class="card-price">
      ${
        offer.kind === "coins" && offer.was
          ? html`<s class="card-was" aria-label=${words.usually(formatPrice(messages, offer.was))}
              >${formatPrice(messages, offer.was)}</s
            >`
          : nothing
      }
      <b id=${offer.id === selectedId ? "gate-price" : nothing}>${formatPrice(messages, offer.price)}</b>
      ${offer.money ? html`<span class="card-money">${formatPrice(messages, offer.money)}</span>` : nothing}
    </span>`;
  if (!isChoice) return html`<div class="offer-card" part="offer">${content}</div>`;
  return html`<label class="offer-card is-choice" part="offer">
    <input
      type="radio"
      name="offer"
      .value=${offer.id}
      .checked=${offer.id === selectedId}
      ?disabled=${isBusy(context)}
      @change=${() => select(offer)}
    />
    ${content}
  </label>`;
}

function selectName({ words }: GateContext, offer: PricedOffer): string {
  if (offer.label) return offer.label;
  if (offer.kind === "coins") return words.thisEpisode;
  return offer.rest ? words.rest(offer.episodes.length) : words.bundle(offer.episodes.length);
}

/** Running time, and what of a bundle is owned already. */
function selectDetails({ gate, state, messages, words }: GateContext, offer: PricedOffer): string {
  const { format } = messages;
  if (offer.kind === "coins") return gate.episode.duration ? format.clock(gate.episode.duration) : "";
  const oneByOne = state.account?.oneByOne;
  const inBundle = new Set(offer.episodes);
  const seconds = (state.series?.episodes ?? [])
    .filter(({ id }) => inBundle.has(id))
    .reduce((sum, { duration }) => sum + (duration ?? Number.NaN), 0);
  const known = Number.isNaN(seconds) ? gate.remaining.seconds : seconds;
  return [
    known ? words.runningTime(format.minutes(known)) : "",
    offer.rest && isDearer(oneByOne, offer.price) ? words.oneByOne(formatPrice(messages, oneByOne)) : "",
    offer.owned > 0 ? words.alreadyOwned(offer.owned) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function isDearer(sum: Price | undefined, { amount, currency }: Price): sum is Price {
  return sum !== undefined && sum.currency === currency && sum.amount > amount;
}

function renderBalance(context: GateContext, { price }: PricedOffer): TemplateResult | typeof nothing {
  const { state, messages, words } = context;
  const spending = selectSpending(state.wallet, price);
  if (!spending) return nothing;
  const say = (amount: number) => formatPrice(messages, { amount, currency: price.currency });
  return html`<dl class="balance" part="balance">
    <div>
      <dt>${words.balance}</dt>
      <dd>
        ${say(spending.total)}
        ${spending.bonus > 0 ? html`<small>${words.bonusIncluded(say(spending.bonus))}</small>` : nothing}
      </dd>
    </div>
    ${
      spending.after >= 0
        ? html`<div>
            <dt>${words.balanceAfter}</dt>
            <dd>
              ${say(spending.after)}
              ${spending.fromBonus > 0 ? html`<small>${words.bonusFirst(say(spending.fromBonus))}</small>` : nothing}
            </dd>
          </div>`
        : nothing
    }
  </dl>`;
}

/** The button that spends. Not ready, short of coins or at work it says so and takes no press. */
function renderSpendButton(context: GateContext, offer: PricedOffer, isShort: boolean): TemplateResult {
  const { gate, messages, words, choose } = context;
  const isWorking = gate.access.name === "unlocking";
  const isReady = gate.armed && context.state.online && !isBusy(context) && !isShort;
  const missing = -(selectSpending(context.state.wallet, offer.price)?.after ?? 0);
  const label = isWorking
    ? words.unlocking
    : isShort
      ? words.shortBy(formatPrice(messages, { amount: missing, currency: offer.price.currency }))
      : words.unlockFor(formatPrice(messages, offer.price));
  return html`<button
    class="action is-primary ${isWorking ? "is-working" : ""}"
    part="unlock-button"
    type="button"
    aria-disabled=${isReady ? nothing : "true"}
    @click=${(event: Event) => (isReady ? choose(event, offer) : undefined)}
  >
    ${icon(isShort ? sheetIcons.lock : sheetIcons.unlock)}<span>${label}</span>
  </button>`;
}
