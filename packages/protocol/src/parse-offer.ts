import type { Json } from "./json.js";
import type { Offer, OfferAction, Price } from "./offer.js";
import { count, type Fields, fail, flag, id, iso, object, optional, text } from "./parse/field.js";
import { urlFrom } from "./parse/url.js";

const CURRENCY = /^[A-Z]{3,8}$/;

/** Reads a price: a whole `amount` ≥ 0 and an upper-case `currency`. */
export function parsePrice(value: unknown, path = "$"): Price {
  const fields = object(value, path);
  const currency = text(fields.currency, `${path}.currency`);
  if (!CURRENCY.test(currency)) fail(`${path}.currency`, "a currency such as 'COIN' or 'USD'", currency);
  return Object.freeze({ amount: count(fields.amount, `${path}.amount`), currency });
}

/**
 * Reads a list of offers. Kinds that this version does not know are skipped, so that an old player meets a new
 * server; a known kind with a wrong field is refused with its path.
 */
export function parseOffers(value: unknown, path: string): readonly Offer[] {
  if (!Array.isArray(value)) return fail(path, "a list of offers", value);
  const offers: Offer[] = [];
  value.forEach((item, index) => {
    const offer = parseOffer(item, `${path}[${index}]`);
    if (offer) offers.push(offer);
  });
  return Object.freeze(offers);
}

function parseOffer(value: unknown, path: string): Offer | undefined {
  const fields = object(value, path);
  const base = {
    id: id(fields.id, `${path}.id`),
    ...optional(fields, path, "label", text),
    ...optional(fields, path, "data", (data) => data as Json),
  };
  const price = () => parsePrice(fields.price, `${path}.price`);
  const money = () => optional(fields, path, "money", parsePrice);
  const action = () => parseAction(fields, path);
  switch (fields.kind) {
    case "coins":
      return Object.freeze({
        ...base,
        kind: "coins",
        price: price(),
        ...money(),
        ...optional(fields, path, "was", parsePrice),
      });
    case "bundle":
      return Object.freeze({
        ...base,
        kind: "bundle",
        price: price(),
        ...money(),
        episodes: episodeIds(fields.episodes, `${path}.episodes`),
        owned: fields.owned === undefined ? 0 : count(fields.owned, `${path}.owned`),
        rest: fields.rest === undefined ? false : flag(fields.rest, `${path}.rest`),
      });
    case "topup":
      return Object.freeze({
        ...base,
        kind: "topup",
        action: action(),
        ...optional(fields, path, "coins", count),
        ...optional(fields, path, "price", parsePrice),
        ...optional(fields, path, "demo", flag),
      });
    case "wait":
      return Object.freeze({
        ...base,
        kind: "wait",
        availableAt: iso(fields.availableAt, `${path}.availableAt`),
      });
    case "subscription":
      return Object.freeze({
        ...base,
        kind: "subscription",
        action: action(),
        ...optional(fields, path, "from", parsePrice),
        ...optional(fields, path, "interval", text),
      });
    case "code":
      return Object.freeze({ ...base, kind: "code" });
    case "ad":
      return Object.freeze({
        ...base,
        kind: "ad",
        network: text(fields.network, `${path}.network`),
        leftToday: count(fields.leftToday, `${path}.leftToday`),
      });
    case "custom":
      return Object.freeze({ ...base, kind: "custom", action: action() });
    default:
      return undefined;
  }
}

function parseAction(fields: Fields, path: string): OfferAction {
  const at = `${path}.action`;
  const action = object(fields.action, at);
  switch (action.type) {
    case "url":
      return Object.freeze({ type: "url", href: urlFrom(undefined)(action.href, `${at}.href`) });
    case "adapter":
    case "host":
      return Object.freeze({ type: action.type });
    default:
      return fail(`${at}.type`, "'adapter', 'host' or 'url'", action.type);
  }
}

function episodeIds(value: unknown, path: string): readonly string[] {
  if (!Array.isArray(value)) return fail(path, "a list of episode ids", value);
  return Object.freeze(value.map((item, index) => id(item, `${path}[${index}]`)));
}
