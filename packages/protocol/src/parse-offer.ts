import type { Json } from "./json.js";
import type { Offer, OfferAction, Price } from "./offer.js";
import { count, fail, flag, id, iso, object, type Read, text } from "./parse/field.js";
import { listOf, orElse, record, variants } from "./parse/shape.js";
import { urlFrom } from "./parse/url.js";

const CURRENCY = /^[A-Z]{3,8}$/;

/** An upper-case currency: `COIN`, or an ISO 4217 code. */
export const currency: Read<string> = (value, path) => {
  const word = text(value, path);
  return CURRENCY.test(word) ? word : fail(path, "a currency such as 'COIN' or 'USD'", word);
};

/** An absolute http(s) URL. */
export const link: Read<string> = (value, path) => {
  const url = urlFrom(undefined)(value, path);
  return url.startsWith("http") ? url : fail(path, "an http(s) URL", value);
};

/** Whatever JSON can carry, as it is: display data that the SDK never reads. */
export const json: Read<Json> = (value) => value as Json;

/** Reads a price. */
export const price: Read<Price> = record({ amount: count, currency });

/** Reads who carries an offer out. */
export const action: Read<OfferAction> = variants("type", {
  adapter: record({}),
  host: record({}),
  url: record({ href: link }),
});

const common = { label: text, data: json };
const skipped: Read<undefined> = (value, path) => void object(value, path);

/** Reads an offer; `undefined` for kinds of later versions. */
export const offer: Read<Offer | undefined> = variants(
  "kind",
  {
    coins: record({ id, price }, { ...common, money: price, was: price, until: iso }),
    bundle: record(
      { id, price, episodes: listOf(id), owned: orElse(count, 0), rest: orElse(flag, false) },
      { ...common, money: price, until: iso },
    ),
    topup: record({ id, action }, { ...common, coins: count, price, demo: flag }),
    wait: record({ id, availableAt: iso }, common),
    subscription: record({ id, action }, { ...common, from: price, interval: text }),
    code: record({ id }, common),
    ad: record({ id, network: text, leftToday: count }, { ...common, unit: text }),
    custom: record({ id, action }, common),
  },
  skipped,
);

/** Reads offers; those of an unknown kind are left out. */
export const offers: Read<readonly Offer[]> = listOf(offer);

/** Reads a price: a whole `amount` ≥ 0 and an upper-case `currency`. */
export function parsePrice(value: unknown, path = "$"): Price {
  return price(value, path);
}

/**
 * Reads a list of offers. Kinds that this version does not know are skipped, so that an old player meets a new
 * server; a known kind with a wrong field is refused with its path.
 */
export function parseOffers(value: unknown, path: string): readonly Offer[] {
  return offers(value, path);
}
