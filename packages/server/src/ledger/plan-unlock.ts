import type { Catalogue, UnlockRequest } from "@micro-drama/protocol";
import { findEpisode } from "../access/describe-access.js";
import { selectNext } from "../access/offers.js";
import { ProblemError } from "../http/problem.js";
import { OFFER_IDS } from "../pricing/parse-price-list.js";
import {
  type PriceList,
  type SeriesPrices,
  selectEpisodePrice,
  selectSeriesPrices,
} from "../pricing/price-list.js";
import { digestEpisodes, type QuoteVerdict, selectQuotedPrice } from "../pricing/quote.js";
import type { UnlockOrder } from "../store/store.js";
import { digestCode } from "./codes.js";
import { isUuid } from "./idempotency.js";

/** The part of an order that depends on prices. */
export type UnlockPlan = Pick<
  UnlockOrder,
  | "series"
  | "rightsHolder"
  | "offer"
  | "via"
  | "episodes"
  | "items"
  | "discountPercent"
  | "quoted"
  | "ceiling"
  | "mustCover"
  | "waitSeconds"
  | "code"
  | "film"
  | "refusal"
>;

/** What a plan is made of. */
export interface PlanInput {
  readonly request: UnlockRequest;
  readonly catalogue: Catalogue;
  readonly prices: PriceList;
  /** Absent: the request carried no quote. */
  readonly quote?: QuoteVerdict;
}

type Terms = Pick<
  UnlockPlan,
  "via" | "discountPercent" | "quoted" | "ceiling" | "mustCover" | "waitSeconds" | "code" | "film" | "refusal"
>;

/**
 * Turns a request into what the database settles: the price of today, the price that was promised, and the most
 * that may be charged. Ownership is not known here; the database leaves out what is owned.
 *
 * @throws ProblemError for requests that no retry can mend
 */
export async function planUnlock(input: PlanInput): Promise<UnlockPlan> {
  const { request, catalogue, prices } = input;
  const episodes = [...new Set(request.refs.map(({ episode }) => episode))];
  const stranger = episodes.find((id) => !findEpisode(catalogue, id));
  if (stranger !== undefined)
    throw new ProblemError("unknown-episode", { detail: `${catalogue.id} has no episode '${stranger}'.` });

  const asked = episodes.flatMap((id) => findEpisode(catalogue, id) ?? []);
  const paid = asked.filter(({ access }) => access !== "free").map(({ id }) => id);
  const list = selectSeriesPrices(prices, catalogue.id);
  const isPublished = asked.every(({ access }) => access !== "unpublished");
  const terms = await termsOf(input, paid, list);
  return {
    series: catalogue.id,
    rightsHolder: catalogue.rightsHolder,
    offer: request.offerId,
    episodes,
    items: paid.map((episode) => ({ episode, price: list ? selectEpisodePrice(list, episode) : 0 })),
    ...terms,
    ...(isPublished ? {} : { refusal: "offer-gone" as const }),
  };
}

async function termsOf(
  { request, catalogue, prices, quote }: PlanInput,
  paid: readonly string[],
  list: SeriesPrices | undefined,
): Promise<Terms> {
  const gone: Terms = { via: "coins", discountPercent: 0, refusal: "offer-gone" };
  if (prices.topups.some(({ id }) => id === request.offerId))
    throw new ProblemError("invalid-request", {
      detail: "$.offerId: this offer adds coins, see POST /topups",
    });
  switch (request.offerId) {
    case OFFER_IDS.coins: {
      onlyOne(paid, request.offerId);
      const promised =
        quote && "prices" in quote ? selectQuotedPrice(quote.prices, paid[0] ?? "") : undefined;
      return list ? { via: "coins", discountPercent: 0, ...limits(request, quote, promised) } : gone;
    }
    case OFFER_IDS.rest: {
      if (list?.restDiscountPercent === undefined) return gone;
      const rest = quote && "prices" in quote ? quote.prices.rest : undefined;
      const promised = rest?.digest === (await digestEpisodes(paid)) ? rest.amount : undefined;
      const mustCover = catalogue.episodes.filter(({ access }) => access === "locked").map(({ id }) => id);
      return {
        via: "bundle",
        discountPercent: list.restDiscountPercent,
        ...limits(request, quote, promised),
        ...(promised !== undefined && quote?.status === "valid" ? {} : { mustCover }),
      };
    }
    case OFFER_IDS.next: {
      const run = list && selectNext(list, catalogue, paid);
      if (!list?.next || !run) return gone;
      // A quote names no such bundle: the highest price is what the viewer agreed to.
      const terms = limits(request, quote, undefined);
      return { via: "bundle", discountPercent: list.next.discountPercent, ...terms, mustCover: run };
    }
    case OFFER_IDS.wait: {
      onlyOne(paid, request.offerId);
      if (list?.waitSeconds === undefined) return gone;
      return { via: "wait", discountPercent: 0, waitSeconds: list.waitSeconds };
    }
    case OFFER_IDS.code: {
      onlyOne(paid, request.offerId);
      if (!list?.codes) return gone;
      const code = request.evidence?.code;
      if (code === undefined)
        throw new ProblemError("invalid-request", { detail: "$.evidence.code: expected the code" });
      return { via: "gift", discountPercent: 0, code: await digestCode(code) };
    }
    case OFFER_IDS.ad: {
      onlyOne(paid, request.offerId);
      const film = request.evidence?.adSession;
      if (film === undefined)
        throw new ProblemError("invalid-request", { detail: "$.evidence.adSession: expected a film's id" });
      // A film that began counts to its end, also where films are offered no more.
      return isUuid(film) ? { via: "ad", discountPercent: 0, film } : gone;
    }
    default:
      return gone;
  }
}

/** Nobody is charged without having said, by a quote or a highest price, what they agreed to. */
function limits(
  { maxPrice }: UnlockRequest,
  quote: QuoteVerdict | undefined,
  promised: number | undefined,
): Pick<Terms, "quoted" | "ceiling" | "refusal"> {
  if (quote === undefined && maxPrice === undefined)
    throw new ProblemError("invalid-request", {
      detail: "$: send the quote of the answer with the offer, or maxPrice",
    });
  // Somebody else's quote promises nothing, nor does one of other episodes. The highest price is the viewer's own word,
  // and is enough without it.
  const isPromised = promised !== undefined && quote?.status !== "foreign";
  if (quote?.status === "refused" || (!isPromised && maxPrice === undefined))
    return { refusal: "price-changed" };
  const ceilings = [maxPrice?.amount, quote?.status === "expired" ? promised : undefined].filter(
    (amount) => amount !== undefined,
  );
  return {
    ...(quote?.status === "valid" && promised !== undefined ? { quoted: promised } : {}),
    ...(ceilings.length > 0 ? { ceiling: Math.min(...ceilings) } : {}),
  };
}

function onlyOne(episodes: readonly string[], offer: string): void {
  if (episodes.length > 1)
    throw new ProblemError("invalid-request", { detail: `$.refs: the offer '${offer}' opens one episode` });
}
