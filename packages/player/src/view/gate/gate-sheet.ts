import type { Offer } from "@micro-drama/protocol";
import type { TemplateResult } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { GateView } from "../../core/view-state.js";
import type { OpenedViewContext } from "../view-context.js";
import { type GateContext, selectGateWords } from "./gate-context.js";
import { sortOffers } from "./gate-offers.js";
import { renderSheet } from "./sheet-view.js";
import { watchBack } from "./watch-back.js";

const SECOND_MS = 1000;

class GateSheetDirective extends AsyncDirective {
  #context: OpenedViewContext | undefined;
  #gate: GateView | undefined;
  #selectedId: string | undefined;
  /** The server's clock less the browser's, taken with every new state. */
  #clockOffset = 0;
  #seenServerNow: number | undefined;
  #ticker: ReturnType<typeof setInterval> | undefined;
  #pressWasArmed = false;
  #unwatch: (() => void) | undefined;

  override render(context: OpenedViewContext, gate: GateView): TemplateResult {
    if (this.#gate?.episode.id !== gate.episode.id) this.#selectedId = undefined;
    this.#context = context;
    this.#gate = gate;
    if (this.#seenServerNow !== context.state.serverNow) {
      this.#seenServerNow = context.state.serverNow;
      this.#clockOffset = context.state.serverNow - Date.now();
    }
    this.#keepTime();
    this.#watchBack();
    return renderSheet(this.#toGateContext(context, gate), this.#onPointerdown);
  }

  override disconnected(): void {
    this.#stopClock();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  override reconnected(): void {
    this.#keepTime();
    this.#watchBack();
  }

  #stopClock(): void {
    clearInterval(this.#ticker);
    this.#ticker = undefined;
  }

  /** Back leads out of the sheet, not out of the player that it lies in. */
  #watchBack(): void {
    this.#unwatch ??= watchBack(() => {
      this.#unwatch = undefined;
      this.#context?.actions.closeGate();
    });
  }

  #toGateContext(context: OpenedViewContext, gate: GateView): GateContext {
    const { priced } = sortOffers(selectOffers(gate));
    const attempted = gate.access.name === "unlocking" ? gate.access.offer.id : this.#selectedId;
    const selected = priced.find(({ id }) => id === attempted) ?? priced[0];
    return {
      ...context,
      gate,
      words: selectGateWords(context.messages),
      selectedId: selected?.id,
      select: (offer) => {
        this.#selectedId = offer.id;
        this.#refresh();
      },
      now: Date.now() + this.#clockOffset,
      choose: this.#choose,
    };
  }

  /** A press that began before the sheet was ready is the end of a swipe, not a purchase. */
  #onPointerdown = (): void => {
    this.#pressWasArmed = this.#gate?.armed ?? false;
  };

  #choose: GateContext["choose"] = (event, offer, input) => {
    // Scripts of the page cannot press a button that spends; they have `unlock(offer)`, which says so.
    if (!event.isTrusted || !this.#gate?.armed) return;
    const isPress = event instanceof UIEvent && event.type === "click" && event.detail > 0;
    if (isPress && !this.#pressWasArmed) return;
    this.#context?.actions.chooseOffer(offer, input);
  };

  #refresh(): void {
    if (this.#context && this.#gate) this.setValue(this.render(this.#context, this.#gate));
  }

  /** Ticks only while a wait runs. */
  #keepTime(): void {
    const { wait } = sortOffers(this.#gate ? selectOffers(this.#gate) : []);
    const runs = wait !== undefined && Date.parse(wait.availableAt) > Date.now() + this.#clockOffset;
    if (runs && this.#ticker === undefined) this.#ticker = setInterval(() => this.#refresh(), SECOND_MS);
    if (!runs) this.#stopClock();
  }
}

/** The offers that a state of the machine carries. */
export function selectOffers({ access }: GateView): readonly Offer[] {
  return "offers" in access ? access.offers : [];
}

/** The lock sheet with what it keeps for itself: the chosen card and the running clock. */
export const gateSheet = directive(GateSheetDirective);
