import type { Offer, Price } from "@micro-drama/protocol";
import type { GateView } from "../../core/view-state.js";
import { createGateMessages } from "../../locale/en-gate.js";
import { mergeWords } from "../../locale/merge-words.js";
import type { GateMessages, OpenedMessages } from "../../locale/messages.js";
import type { OpenedViewContext } from "../view-context.js";

/** What the views of the sheet are functions of: the player's context and the sheet's own choices. */
export interface GateContext extends OpenedViewContext {
  readonly gate: GateView;
  readonly words: GateMessages;
  /** The offer that the big button stands for. */
  readonly selectedId: string | undefined;
  readonly select: (offer: Offer) => void;
  /** The server's clock at this moment, in milliseconds. */
  readonly now: number;
  /** Takes an offer, if this click is one that may spend. */
  readonly choose: (event: Event, offer: Offer, input?: { readonly code: string }) => void;
}

/** True while an attempt runs: nothing else may be chosen. */
export function isBusy({ gate }: GateContext): boolean {
  return gate.toppingUp || gate.isPageDeciding === true || gate.access.name === "unlocking";
}

const known = new WeakMap<OpenedMessages, GateMessages>();

/** The words of the sheet in the language of the player; what it has no word for is said in English. */
export function selectGateWords(messages: OpenedMessages): GateMessages {
  const words = known.get(messages) ?? mergeWords(createGateMessages(messages.format), messages.gate);
  known.set(messages, words);
  return words;
}

/** Coins by their own word, real money as money. */
export function formatPrice(messages: OpenedMessages, { amount, currency }: Price): string {
  return currency === "COIN"
    ? selectGateWords(messages).coins(amount)
    : messages.format.money({ amount, currency });
}

/** The number of the episode to which leaving leads: the last one before that can be played. */
export function selectWayBack({ state }: OpenedViewContext): number | undefined {
  for (let i = state.index - 1; i >= 0; i -= 1) {
    const lock = state.locks[i];
    if (lock === "free" || lock === "owned") return state.series?.episodes[i]?.number;
  }
  return undefined;
}
