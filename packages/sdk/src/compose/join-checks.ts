import type { Access, CheckResult, EntitlementError, EpisodeRef, Offer, Wallet } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol";
import { defined } from "../defined.js";
import { toEntitlementError } from "../failure.js";
import { joinQuotes, markOffers, type Part } from "./part.js";

/** What one adapter answered; a failure is an answer too. */
export interface PartAnswer {
  readonly part: Part;
  readonly result: CheckResult | EntitlementError;
}

/**
 * One answer out of several. The first that grants wins. Where nobody grants and one could not be asked, nothing is
 * for sale: the episode may belong to the viewer already.
 *
 * @throws EntitlementError when nobody could be asked
 */
export function joinChecks(refs: readonly EpisodeRef[], answers: readonly PartAnswer[]): CheckResult {
  const good = answers.flatMap(({ part, result }) => ("items" in result ? [{ part, result }] : []));
  const [first] = good;
  const failure = answers.map(({ result }) => result).find((result) => !("items" in result));
  if (!first) throw toEntitlementError(failure);
  const wallets = good.flatMap(({ result }) => result.wallet ?? []);
  const quotes = good.flatMap(({ part, result }) => (result.quote ? [[part, result.quote] as const] : []));
  const viewers = good.flatMap(({ result }) => result.viewer ?? []);
  const ttls = good.flatMap(({ result }) => result.ttlMs ?? []);
  return defined({
    items: refs.map((ref) => joinItems(ref, good, failure && toEntitlementError(failure))),
    serverNow: first.result.serverNow,
    wallet: joinWallets(wallets),
    quote: joinQuotes(quotes),
    // Who did not answer is not somebody else.
    viewer: failure || viewers.length === 0 ? undefined : JSON.stringify(viewers),
    ttlMs: ttls.length > 0 ? Math.min(...ttls) : undefined,
  });
}

function joinItems(
  ref: EpisodeRef,
  good: readonly { readonly part: Part; readonly result: CheckResult }[],
  failure: EntitlementError | undefined,
): Access {
  const items = good.flatMap(({ part, result }) => {
    const item = result.items.find((one) => refKey(one.ref) === refKey(ref));
    return item ? [{ part, item }] : [];
  });
  const of = (state: Access["state"]) => items.find(({ item }) => item.state === state)?.item;
  // Numbers of different backends cannot be compared.
  const granted = of("granted");
  if (granted) return withoutRev(granted);
  if (failure) return { ref, state: "error", error: failure };
  const unanswered = of("error");
  if (unanswered) return withoutRev(unanswered);
  const offers = items.flatMap(({ part, item }): readonly Offer[] =>
    "offers" in item ? markOffers(part.index, item.offers) : [],
  );
  if (of("locked")) return { ref, state: "locked", offers };
  if (of("signed-out")) return { ref, state: "signed-out", offers };
  return withoutRev(of("unavailable") ?? { ref, state: "locked", offers });
}

/** The purses side by side; the sum of their numbers grows whenever one of them does. */
export function joinWallets(wallets: readonly Wallet[]): Wallet | undefined {
  if (wallets.length === 0) return undefined;
  return {
    balances: wallets.flatMap(({ balances }) => balances),
    rev: wallets.reduce((sum, { rev }) => sum + rev, 0),
  };
}

function withoutRev(item: Access): Access {
  const { rev: _rev, ...rest } = item;
  return rest as Access;
}
