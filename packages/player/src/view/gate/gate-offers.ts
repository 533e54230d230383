import type {
  BundleOffer,
  CoinsOffer,
  Offer,
  Price,
  TopUpOffer,
  WaitOffer,
  Wallet,
} from "@micro-drama/protocol";

/** An offer that is paid with what the viewer has. */
export type PricedOffer = CoinsOffer | BundleOffer;

/** Offers by the place that they have on the sheet. */
export interface SortedOffers {
  /** This episode first, then bundles in the platform's order. */
  readonly priced: readonly PricedOffer[];
  readonly wait: WaitOffer | undefined;
  readonly topUps: readonly TopUpOffer[];
  /** Codes, subscriptions, sponsors' films and whatever else the page offers. */
  readonly others: readonly Exclude<Offer, PricedOffer | WaitOffer | TopUpOffer>[];
}

/** Sorts offers onto the sheet. The cheapest way to the next minutes comes first, never the dearest. */
export function sortOffers(offers: readonly Offer[]): SortedOffers {
  const others: Exclude<Offer, PricedOffer | WaitOffer | TopUpOffer>[] = [];
  const topUps: TopUpOffer[] = [];
  const coins: CoinsOffer[] = [];
  const bundles: BundleOffer[] = [];
  let wait: WaitOffer | undefined;
  for (const offer of offers) {
    if (offer.kind === "coins") coins.push(offer);
    else if (offer.kind === "bundle") bundles.push(offer);
    else if (offer.kind === "wait") wait ??= offer;
    else if (offer.kind === "topup") topUps.push(offer);
    else others.push(offer);
  }
  return { priced: [...coins, ...bundles], wait, topUps, others };
}

/** What a purchase would do to the wallet. Amounts in the currency of the price. */
export interface Spending {
  readonly total: number;
  readonly bonus: number;
  /** How much of the price comes from the bonus coins, which are spent first. */
  readonly fromBonus: number;
  /** Negative when the balance does not suffice. */
  readonly after: number;
}

/**
 * Adds up what the viewer has and what a price takes; `undefined` where the wallet is not known.
 * The only sum done here: the backend decides what is charged.
 */
export function selectSpending(wallet: Wallet | undefined, price: Price): Spending | undefined {
  const balance = wallet?.balances.find(({ currency }) => currency === price.currency);
  if (!balance) return undefined;
  const total = balance.paid + balance.bonus;
  return {
    total,
    bonus: balance.bonus,
    fromBonus: Math.min(balance.bonus, price.amount),
    after: total - price.amount,
  };
}
