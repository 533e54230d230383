import { type Fields, readId, readList, readObject, readText, readWhole, refuse } from "../fields.js";
import type { AdTerms, PriceList, SeriesPrices, TopUp, Welcome } from "./price-list.js";

/** A thousand of them at the highest price still fit a JSON number many times over. */
const MAX_COINS = 10_000_000;
/** Every locked episode's offers name them all. */
const MAX_NEXT = 50;
const CURRENCY = /^[A-Z]{3,8}$/;

/** Ids of the offers that the server makes itself. */
export const OFFER_IDS = {
  coins: "coins",
  next: "next",
  rest: "rest",
  wait: "wait",
  code: "code",
  ad: "ad",
} as const;

/**
 * Reads a price list. Unknown fields are refused: a misspelt price must not become a default.
 *
 * @param json what `JSON.parse` gave
 * @throws ParseError naming the field, as in `$.series.*.episode`
 */
export function parsePriceList(json: unknown): PriceList {
  const root = only(json, "$", ["version", "currency", "rate", "guest", "member", "series", "topups", "ads"]);
  const ads = root.ads === undefined ? undefined : adTerms(root.ads);
  return Object.freeze({
    version: readId(root.version, "$.version"),
    currency: currency(root.currency, "$.currency"),
    ...(root.rate === undefined ? {} : { rate: rate(root.rate) }),
    guest: welcome(root.guest, "$.guest"),
    member: welcome(root.member, "$.member"),
    series: new Map(
      Object.entries(readObject(root.series, "$.series")).map(([id, value]) => {
        const path = `$.series.${id}`;
        return [id === "*" ? id : readId(id, path), seriesPrices(value, path, ads)];
      }),
    ),
    topups: topups(root.topups),
    ...(ads ? { ads } : {}),
  });
}

function rate(value: unknown): NonNullable<PriceList["rate"]> {
  const fields = only(value, "$.rate", ["currency", "coins", "amount"]);
  return {
    currency: currency(fields.currency, "$.rate.currency"),
    coins: coins(fields.coins, "$.rate.coins", 1),
    amount: coins(fields.amount, "$.rate.amount"),
  };
}

function welcome(value: unknown, path: string): Welcome {
  if (value === undefined) return { bonus: 0, paid: 0 };
  const fields = only(value, path, ["bonus", "paid"]);
  return {
    bonus: fields.bonus === undefined ? 0 : coins(fields.bonus, `${path}.bonus`),
    paid: fields.paid === undefined ? 0 : coins(fields.paid, `${path}.paid`),
  };
}

function adTerms(value: unknown): AdTerms {
  const fields = only(value, "$.ads", ["network", "unit", "perDay", "minSeconds"]);
  return {
    network: readId(fields.network, "$.ads.network"),
    ...(fields.unit === undefined ? {} : { unit: readText(fields.unit, "$.ads.unit") }),
    perDay: readWhole(fields.perDay, "$.ads.perDay", { min: 1, max: 1000 }),
    minSeconds: readWhole(fields.minSeconds, "$.ads.minSeconds", { max: 600 }),
  };
}

function seriesPrices(value: unknown, path: string, terms: AdTerms | undefined): SeriesPrices {
  const fields = only(value, path, ["episode", "overrides", "bundle", "waitSeconds", "codes", "ads"]);
  const ads = fields.ads === undefined ? false : flag(fields.ads, `${path}.ads`);
  if (ads && !terms) refuse(`${path}.ads`, "false, because the list has no $.ads", ads);
  const overrides = fields.overrides === undefined ? {} : readObject(fields.overrides, `${path}.overrides`);
  return {
    episode: coins(fields.episode, `${path}.episode`, 1),
    overrides: new Map(
      Object.entries(overrides).map(([episode, price]) => {
        const at = `${path}.overrides.${episode}`;
        return [readId(episode, at), coins(price, at, 1)];
      }),
    ),
    ...bundles(fields.bundle, `${path}.bundle`),
    ...(fields.waitSeconds === undefined
      ? {}
      : { waitSeconds: readWhole(fields.waitSeconds, `${path}.waitSeconds`, { max: 366 * 86_400 }) }),
    codes: fields.codes === undefined ? false : flag(fields.codes, `${path}.codes`),
    ads,
  };
}

function bundles(value: unknown, path: string): Pick<SeriesPrices, "restDiscountPercent" | "next"> {
  if (value === undefined) return {};
  const bundle = only(value, path, ["rest", "next"]);
  const rest = bundle.rest === undefined ? undefined : only(bundle.rest, `${path}.rest`, ["discountPercent"]);
  const next =
    bundle.next === undefined
      ? undefined
      : only(bundle.next, `${path}.next`, ["episodes", "discountPercent"]);
  const percent = (fields: Fields, name: string) =>
    readWhole(fields.discountPercent, `${path}.${name}.discountPercent`, { max: 90 });
  return {
    ...(rest ? { restDiscountPercent: percent(rest, "rest") } : {}),
    ...(next
      ? {
          next: {
            episodes: readWhole(next.episodes, `${path}.next.episodes`, { min: 2, max: MAX_NEXT }),
            discountPercent: percent(next, "next"),
          },
        }
      : {}),
  };
}

function topups(value: unknown): readonly TopUp[] {
  if (value === undefined) return [];
  const taken = new Set<string>(Object.values(OFFER_IDS));
  return readList(value, "$.topups").map((item, index) => {
    const path = `$.topups[${index}]`;
    const fields = only(item, path, ["id", "coins", "demo", "label"]);
    const id = readId(fields.id, `${path}.id`);
    if (taken.has(id)) refuse(`${path}.id`, "an id that no other offer has", id);
    taken.add(id);
    // Coins for money need a payment provider, and there is none in this version.
    if (fields.demo !== true) refuse(`${path}.demo`, "true (only play money can be added)", fields.demo);
    return {
      id,
      coins: coins(fields.coins, `${path}.coins`, 1),
      demo: true,
      ...(fields.label === undefined ? {} : { label: readText(fields.label, `${path}.label`) }),
    };
  });
}

function only(value: unknown, path: string, known: readonly string[]): Fields {
  const fields = readObject(value, path);
  const stray = Object.keys(fields).find((name) => !known.includes(name));
  if (stray !== undefined)
    refuse(`${path}.${stray}`, `no such field (known: ${known.join(", ")})`, fields[stray]);
  return fields;
}

function flag(value: unknown, path: string): boolean {
  return typeof value === "boolean" ? value : refuse(path, "true or false", value);
}

function coins(value: unknown, path: string, min = 0): number {
  return readWhole(value, path, { min, max: MAX_COINS });
}

function currency(value: unknown, path: string): string {
  if (typeof value === "string" && CURRENCY.test(value)) return value;
  return refuse(path, "a currency such as 'COIN' or 'USD'", value);
}
