import { count, iso, type Read, text } from "./parse/field.js";
import { listOf, record } from "./parse/shape.js";
import { access, wallet } from "./parse-access.js";
import { quote, quoteText } from "./parse-check.js";
import { link, offers, price } from "./parse-offer.js";

/** What a server says of itself at `/.well-known/micro-drama`. Optional: no check waits for it. */
export interface Discovery {
  /** The protocol's version, `"1"`. */
  readonly protocol: string;
  /** Path under which the routes are. */
  readonly base: string;
  /** Names of optional parts, such as `merges`, `receipts`, `preferences`, `ads`. Skip the unknown ones. */
  readonly features: readonly string[];
  readonly limits?: { readonly batch?: number };
  /** ISO 8601 duration for which the answers to keys are kept. */
  readonly idempotencyRetention?: string;
}

/** A viewer whom only the tokens in this answer know. */
export interface Guest {
  /** The guest's public name. */
  readonly viewer: string;
  readonly token: string;
  /** When `token` ends. */
  readonly expiresAt: string;
  /** Proof of being this guest, for fresh tokens and for a merge. A secret. */
  readonly refreshToken: string;
}

/** Reads what a server says of itself. */
export const discovery: Read<Discovery> = record(
  { protocol: text, base: text, features: listOf(text) },
  { limits: record({}, { batch: count }), idempotencyRetention: text },
);

/** Reads a guest's tokens. */
export const guest: Read<Guest> = record({
  viewer: text,
  token: quoteText,
  expiresAt: iso,
  refreshToken: quoteText,
});

/** Reads how many seconds a platform has noted. */
export const watchedAnswer = record({ seconds: count });

/** Reads a problem document (RFC 9457). Codes of later versions are kept: their status still says what to do. */
export const problem = record(
  { type: text, code: text, title: text, status: count },
  {
    detail: text,
    offers,
    shortfall: price,
    wallet,
    quote,
    availableAt: iso,
    confirmUrl: link,
    items: listOf(access),
  },
);

/** Reads what a server says of itself. @throws ParseError */
export function parseDiscovery(value: unknown): Discovery {
  return discovery(value, "$");
}

/** Reads a guest's tokens. @throws ParseError */
export function parseGuest(value: unknown): Guest {
  return guest(value, "$");
}
