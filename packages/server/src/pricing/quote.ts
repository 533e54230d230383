import type { Quote } from "@micro-drama/protocol";
import { fromBase64Url, type Keyring, toBase64Url } from "../keys.js";
import { sha256 } from "../sha256.js";

/** Long enough to read an offer sheet, short enough that an old price is no promise for ever. */
export const QUOTE_SECONDS = 600;

/** The prices of one series as one viewer saw them: everything that an unlock may be charged by. */
export interface PriceSnapshot {
  /** Internal key of the viewer: a quote of somebody else is worth nothing. */
  readonly viewer: number;
  readonly series: string;
  readonly priceList: string;
  /** Coins for an episode, and the episodes that cost something else. */
  readonly episode: number;
  readonly overrides: Readonly<Record<string, number>>;
  /** The rest of the series: coins, and a digest of the episodes that it buys. */
  readonly rest?: { readonly amount: number; readonly digest: string };
}

/**
 * What a quote that came back turned out to be. `foreign`: signed here, for another viewer; a browser has such a one when
 * another of its tabs became the viewer after the offers were drawn. `refused`: forged, of another series or unreadable.
 */
export type QuoteVerdict =
  | { readonly status: "valid" | "expired"; readonly prices: PriceSnapshot }
  | { readonly status: "foreign" | "refused" };

interface Claims extends PriceSnapshot {
  readonly exp: number;
}

/** Signs a snapshot: one HMAC for all offers of an answer. */
export async function signQuote(keys: Keyring, prices: PriceSnapshot, now: number): Promise<Quote> {
  const exp = Math.floor(now / 1000) + QUOTE_SECONDS;
  const claims: Claims = { ...prices, exp };
  const text = `${toBase64Url(new TextEncoder().encode(JSON.stringify(claims)))}.${keys.current}`;
  return {
    value: `${text}.${await keys.sign("quote", text)}`,
    expiresAt: new Date(exp * 1000).toISOString(),
  };
}

/** Checks a quote against the viewer and series that it is used for. Never throws. */
export async function verifyQuote(
  keys: Keyring,
  value: string,
  use: { readonly viewer: number; readonly series: string; readonly now: number },
): Promise<QuoteVerdict> {
  const [body = "", id = "", signature = "", ...more] = value.split(".");
  const isGenuine =
    more.length === 0 && (await keys.verify("quote", { id, text: `${body}.${id}`, signature }));
  if (!isGenuine) return { status: "refused" };
  const { exp, ...prices } = JSON.parse(new TextDecoder().decode(fromBase64Url(body))) as Claims;
  if (prices.series !== use.series) return { status: "refused" };
  if (prices.viewer !== use.viewer) return { status: "foreign" };
  return { status: use.now < exp * 1000 ? "valid" : "expired", prices };
}

/** The price of one episode in a snapshot. */
export function selectQuotedPrice(prices: PriceSnapshot, episode: string): number {
  return Object.hasOwn(prices.overrides, episode) ? (prices.overrides[episode] ?? 0) : prices.episode;
}

/** A short name for a set of episodes, whatever their order. */
export async function digestEpisodes(episodes: readonly string[]): Promise<string> {
  const text = [...episodes].sort().join("/");
  return toBase64Url((await sha256(text)).slice(0, 16));
}
