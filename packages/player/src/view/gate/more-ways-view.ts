import type { CodeOffer } from "@micro-drama/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { icon, type Shape, signs } from "../icons.js";
import { sheetIcons } from "../sheet-icons.js";
import { formatPrice, type GateContext, isBusy } from "./gate-context.js";
import { type SortedOffers, selectSpending } from "./gate-offers.js";
import { renderRuleOffer } from "./rule-view.js";
import { renderTopUp } from "./top-up-view.js";

type OtherOffer = SortedOffers["others"][number];

/** Everything that is not the next thing to do: folded, but for a sheet that has nothing else. */
export function renderMoreWays(context: GateContext, offers: SortedOffers): TemplateResult {
  const selected = offers.priced.find(({ id }) => id === context.selectedId);
  const spending = selected && selectSpending(context.state.wallet, selected.price);
  // Who is short of coins has the packs before their eyes already.
  const topUps = spending && spending.after < 0 ? [] : offers.topUps;
  return html`<details class="more" ?open=${offers.priced.length === 0}>
    <summary>${context.words.moreWays}</summary>
    <div class="more-list">
      ${topUps.map((offer) => renderTopUp(context, offer, "listed"))}
      ${offers.others.map((offer) => (offer.kind === "code" ? renderCode(context, offer) : renderOther(context, offer)))}
      ${renderRuleOffer(context, offers.priced)} ${renderOwn(context)}
    </div>
  </details>`;
}

/** What costs nothing and is never an offer: what the viewer owns, and who they are. */
function renderOwn({ words, actions, state }: GateContext): TemplateResult {
  return html`<div class="own">
    <button class="quiet" part="restore-button" type="button" @click=${() => actions.askAccount({ type: "restore" })}>
      ${words.restore}
    </button>
    <button class="quiet" part="gate-sign-in-button" type="button" @click=${() => actions.signIn()}>${words.signIn}</button>
    ${
      state.account?.showsReceipts === false
        ? nothing
        : html`<button
            class="quiet"
            part="purchases-button"
            type="button"
            @click=${() => actions.askAccount({ type: "show-purchases" })}
          >
            ${words.purchases}
          </button>`
    }
  </div>`;
}

function renderOther(context: GateContext, offer: Exclude<OtherOffer, CodeOffer>): TemplateResult {
  const { gate, choose } = context;
  const isReady =
    gate.armed && context.state.online && !isBusy(context) && !(offer.kind === "ad" && offer.leftToday <= 0);
  const { name, label, note } = describe(context, offer);
  return html`<button
    class="action is-row"
    part="offer-button"
    type="button"
    aria-disabled=${isReady ? nothing : "true"}
    @click=${(event: Event) => (isReady ? choose(event, offer) : undefined)}
  >
    ${icon(name)}
    <span class="action-words"><span>${label}</span>${note ? html`<small>${note}</small>` : nothing}</span>
  </button>`;
}

function describe(
  { words, messages }: GateContext,
  offer: Exclude<OtherOffer, CodeOffer>,
): { readonly name: Shape; readonly label: string; readonly note?: string } {
  switch (offer.kind) {
    case "subscription": {
      const price = offer.from && words.subscribeFrom(formatPrice(messages, offer.from));
      const every = offer.interval && messages.format.duration(offer.interval);
      const cost = [price, every].filter(Boolean).join(" / ");
      const note = [cost, words.subscribeRenews].filter(Boolean).join(" · ");
      return { name: sheetIcons.stack, label: offer.label ?? words.subscribe, note };
    }
    case "ad":
      return { name: signs.play, label: offer.label ?? words.ad(offer.leftToday) };
    case "custom":
      return { name: sheetIcons.gift, label: offer.label ?? words.otherWay };
  }
}

function renderCode(context: GateContext, offer: CodeOffer): TemplateResult {
  const { gate, words, choose } = context;
  const isReady = gate.armed && !isBusy(context);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget as HTMLFormElement).get("code") ?? "").trim();
    if (isReady && code !== "") choose(event, offer, { code });
  };
  return html`<form class="code" part="code-form" @submit=${onSubmit}>
    <label>
      <span>${offer.label ?? words.code}</span>
      <input name="code" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="64" required />
    </label>
    <button class="action" type="submit" aria-disabled=${isReady ? nothing : "true"}>${words.codeSend}</button>
  </form>`;
}
