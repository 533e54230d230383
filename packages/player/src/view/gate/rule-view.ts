import { html, nothing, type TemplateResult } from "lit";
import type { OpenedViewContext } from "../view-context.js";
import { type GateContext, isBusy, selectGateWords } from "./gate-context.js";
import type { PricedOffer } from "./gate-offers.js";

/** The first visit's cap that is proposed, in episodes at this price: enough for an evening, not for a series. */
const PROPOSED_EPISODES = 5;

/**
 * The viewer's rule for buying without a press: off until it is turned on, with two caps that the viewer types, and one
 * tap to stop it.
 */
export function renderRuleOffer(
  context: GateContext,
  priced: readonly PricedOffer[],
): TemplateResult | typeof nothing {
  const { state, words, actions } = context;
  const price = priced.find(({ kind }) => kind === "coins")?.price;
  if (state.account?.rule || price?.currency !== "COIN" || isBusy(context)) return nothing;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!event.isTrusted) return;
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const maxPerEpisode = Number(fields.get("per-episode"));
    const maxPerVisit = Number(fields.get("per-visit"));
    actions.askAccount({ type: "set-auto-unlock", rule: { maxPerEpisode, maxPerVisit } });
  };
  return html`<details class="rule" part="rule">
    <summary>${words.ruleOffer}</summary>
    <form @submit=${onSubmit}>
      <p>${words.ruleNote}</p>
      ${renderCap("per-episode", words.rulePerEpisode, price.amount)}
      ${renderCap("per-visit", words.rulePerVisit, price.amount * PROPOSED_EPISODES)}
      <button class="action" part="rule-button" type="submit">${words.ruleStart}</button>
    </form>
  </details>`;
}

function renderCap(name: string, label: string, value: number): TemplateResult {
  return html`<label>
    <span>${label}</span>
    <input name=${name} type="number" inputmode="numeric" min="1" max="100000" step="1" value=${value} required />
  </label>`;
}

/** What the rule may spend, what it has spent, and the one tap that ends it. */
export function renderRuleOn({
  state,
  messages,
  actions,
}: OpenedViewContext): TemplateResult | typeof nothing {
  const words = selectGateWords(messages);
  const { rule, spentByRule = 0 } = state.account ?? {};
  if (!rule) return nothing;
  return html`<div class="rule is-on" part="rule">
    <p>
      ${words.ruleOn(words.coins(rule.maxPerEpisode), words.coins(rule.maxPerVisit))}
      <b>${words.ruleSpent(words.coins(spentByRule))}</b>
    </p>
    <button
      class="quiet"
      part="rule-stop-button"
      type="button"
      @click=${() => actions.askAccount({ type: "set-auto-unlock", rule: null })}
    >
      ${words.ruleStop}
    </button>
  </div>`;
}
