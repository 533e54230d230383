import type {
  Access,
  DeclineReason,
  EpisodeRef,
  GrantVia,
  Receipt,
  TopUpResult,
  UnlockRequest,
  UnlockResult,
} from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { defined } from "../defined.js";
import { createUuid } from "../uuid.js";
import type { MemoryAdapterOptions } from "./options.js";
import { coins, listOffers } from "./price-list.js";
import type { Purse, Spent } from "./purse.js";
import type { RightsBook } from "./rights-book.js";

const DAY_MS = 24 * 3600 * 1000;
const NOTHING: Spent = { paid: 0, bonus: 0 };

/** The till: every key is worth one sale, every episode is paid once. */
export interface Sales {
  readonly receipts: readonly Receipt[];
  unlock(request: UnlockRequest, key: string): UnlockResult;
  topUp(offerId: string, key: string): TopUpResult;
  /** What became of a key. Charges are as they were, rights as they are now. */
  find(key: string): UnlockResult | undefined;
  /** Returns the episodes that are closed by it. */
  refund(receipt: string): readonly EpisodeRef[] | undefined;
  beginAd(session: string): void;
  adsLeft(): number;
}

/** What the till works with. */
export interface SalesParts {
  readonly options: MemoryAdapterOptions;
  readonly purse: Purse;
  readonly book: RightsBook;
  readonly now: () => number;
  readonly describe: (ref: EpisodeRef) => Access;
}

type Sale = { readonly via: GrantVia; readonly amount: number } | { readonly no: DeclineReason };

/** A till without sales. */
export function createSales({ options, purse, book, now, describe }: SalesParts): Sales {
  const receipts: Receipt[] = [];
  const answers = new Map<string, { readonly wish: string; readonly answer: UnlockResult | TopUpResult }>();
  const codes = new Set(options.codes);
  const films = new Map<string, number>();
  const watched: number[] = [];
  const adsLeft = () =>
    Math.max(0, (options.ads?.perDay ?? 0) - watched.filter((at) => now() - at < DAY_MS).length);

  const write = (kind: Receipt["kind"], amount: number, more: Partial<Receipt>): Receipt => {
    const at = new Date(now()).toISOString();
    const receipt = defined({ id: createUuid(), at, charged: coins(amount), kind, ...more }) as Receipt;
    receipts.push(receipt);
    return receipt;
  };

  /** The same key with the same wish gets the same answer; with another wish it is a programmer's mistake. */
  const once = <T extends UnlockResult | TopUpResult>(key: string, wish: string, work: () => T): T => {
    const known = answers.get(key);
    if (known && known.wish !== wish)
      throw new EntitlementError("bad-request", "This key belongs to another request.");
    const answer = (known?.answer as T | undefined) ?? work();
    answers.set(key, { wish, answer });
    return answer;
  };

  /** Whether an offer opens these episodes now, and for how much. */
  const judge = ({ refs, offerId, evidence }: UnlockRequest, wanted: readonly EpisodeRef[]): Sale => {
    const [ref] = refs;
    const owns = (other: EpisodeRef) => book.find(other) !== undefined;
    const offer = ref && listOffers(options, ref, { owns, adsLeft }).find(({ id }) => id === offerId);
    switch (offer?.kind) {
      case "coins":
        return { via: "coins", amount: offer.price.amount };
      case "bundle": {
        const isWhole = wanted.every(({ episode }) => offer.episodes.includes(episode));
        return isWhole ? { via: "bundle", amount: offer.price.amount } : { no: "offer-gone" };
      }
      case "wait":
        return Date.parse(offer.availableAt) <= now() ? { via: "wait", amount: 0 } : { no: "not-yet" };
      case "code":
        return codes.delete(evidence?.code ?? "") ? { via: "gift", amount: 0 } : { no: "policy" };
      case "subscription":
        book.subscribe(new Date(now() + (options.subscription?.days ?? 0) * DAY_MS).toISOString());
        return { via: "subscription", amount: 0 };
      case "ad":
        return endAd(evidence?.adSession ?? "");
      default:
        return { no: "offer-gone" };
    }
  };

  /** A film counts once, and not before its end. */
  const endAd = (session: string): Sale => {
    const begunAt = films.get(session);
    if (begunAt === undefined) return { no: "policy" };
    if (adsLeft() === 0) return { no: "limit-reached" };
    if (now() < begunAt + (options.ads?.minSeconds ?? 0) * 1000) return { no: "not-yet" };
    films.delete(session);
    watched.push(now());
    return { via: "ad", amount: 0 };
  };

  const sell = (request: UnlockRequest): UnlockResult => {
    const { refs, maxPrice } = request;
    const wanted = refs.filter((ref) => book.find(ref) === undefined);
    if (wanted.length === 0)
      return {
        outcome: "granted",
        items: refs.map(describe),
        charged: null,
        already: true,
        wallet: purse.wallet(),
      };
    const sale = judge(request, wanted);
    if ("no" in sale) return decline(request, sale.no);
    if (maxPrice && sale.amount > maxPrice.amount) return decline(request, "price-changed");
    const shortfall = sale.amount - purse.total();
    const spent = purse.spend(sale.amount);
    if (!spent) return { ...decline(request, "insufficient-funds"), shortfall: coins(shortfall) };
    const receipt = write("unlock", sale.amount, { refs: wanted, spent });
    for (const ref of wanted)
      if (sale.via !== "subscription") book.give(ref, { via: sale.via, receipt: receipt.id });
    const charged = receipt.charged;
    const items = refs.map(describe);
    return { outcome: "granted", items, charged, already: false, wallet: purse.wallet(), receipt };
  };

  const decline = ({ refs: [ref], offerId }: UnlockRequest, reason: DeclineReason) => {
    const item = ref && describe(ref);
    const offers = item?.state === "locked" ? item.offers : [];
    const wait = offers.find(({ id }) => id === offerId);
    const availableAt = reason === "not-yet" && wait?.kind === "wait" ? wait.availableAt : undefined;
    return defined({ outcome: "declined", reason, offers, wallet: purse.wallet(), availableAt });
  };

  const find = (key: string): UnlockResult | undefined => {
    const answer = answers.get(key)?.answer;
    if (!answer || answer.outcome === "added") return undefined;
    if (answer.outcome !== "granted") return answer;
    return { ...answer, items: answer.items.map(({ ref }) => describe(ref)), wallet: purse.wallet() };
  };

  return {
    receipts,
    adsLeft,
    unlock(request, key) {
      const answer = once(key, JSON.stringify({ ...request, quote: null }), () => sell(request));
      return find(key) ?? answer;
    },
    topUp: (offerId, key) =>
      once(key, offerId, (): TopUpResult => {
        const amount = (options.topUps ?? { "500": 500 })[offerId];
        if (amount === undefined) return { outcome: "declined", reason: "offer-gone" };
        purse.add({ paid: amount });
        return { outcome: "added", wallet: purse.wallet(), receipt: write("topup", 0, {}) };
      }),
    find,
    refund(id) {
      const receipt = receipts.find((one) => one.id === id && one.kind === "unlock");
      if (!receipt || receipts.some(({ reverses }) => reverses === id)) return undefined;
      const spent = receipt.spent ?? NOTHING;
      purse.add(spent);
      const refs = receipt.refs ?? [];
      write("refund", receipt.charged.amount, { refs, spent, reverses: id });
      return book.take({ receipt: id });
    },
    beginAd: (session) => void films.set(session, now()),
  };
}
