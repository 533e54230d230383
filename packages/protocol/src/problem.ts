import type { Access, Quote, Wallet } from "./access.js";
import type { Iso } from "./json.js";
import type { Offer, Price } from "./offer.js";

/** Path under which version 1 of the protocol is served. */
export const PROTOCOL_BASE = "/drama/v1";

/** Response header with the signed price snapshot, and with its end; outside the body so that a 304 can renew it. */
export const QUOTE_HEADER = "drama-quote";
export const QUOTE_EXPIRES_HEADER = "drama-quote-expires";
/** Response header with the server's clock (RFC 3339, milliseconds). */
export const NOW_HEADER = "drama-now";
/** Request header with the publisher's placement (attribution). */
export const PLACEMENT_HEADER = "drama-placement";

/** Every problem code, with its HTTP status, its meaning and what a client does about it. */
export const PROBLEMS = {
  "invalid-request": {
    status: 400,
    meaning: "A field is missing or wrong.",
    client: "Do not repeat; the field named in `detail` is wrong.",
  },
  "idempotency-key-missing": {
    status: 400,
    meaning: "A request that moves money came without a key.",
    client: "Send the Idempotency-Key header.",
  },
  "auth-required": {
    status: 401,
    meaning: "There is no token, or one that nobody can make good.",
    client: "Ask the page for a token, or start as a guest.",
  },
  "auth-expired": {
    status: 401,
    meaning: "The token has ended.",
    client: "Ask for a fresh token and repeat once.",
  },
  "insufficient-funds": {
    status: 402,
    meaning: "The coins do not suffice; nothing was charged.",
    client: "Show the shortfall and the top-up offers; a new attempt needs a new key.",
  },
  "payment-required": { status: 402, meaning: "The episode is locked.", client: "Show the offers." },
  forbidden: {
    status: 403,
    meaning: "This viewer may not do this.",
    client: "Do not repeat; this viewer or origin may not do this.",
  },
  "origin-not-allowed": {
    status: 403,
    meaning: "The page's origin is not registered with the platform.",
    client: "Register the page's origin with the platform.",
  },
  "confirmation-required": {
    status: 403,
    meaning: "Too much was spent without a confirmation; nothing was charged.",
    client: "Let the viewer confirm at the platform.",
  },
  "limit-reached": {
    status: 403,
    meaning: "A cap of spending or of films is reached; nothing was charged.",
    client: "Say so; offer another way.",
  },
  "unknown-episode": {
    status: 404,
    meaning: "There is no such episode here.",
    client: "Treat the episode as removed.",
  },
  "unknown-key": {
    status: 404,
    meaning: "No request with this key ever arrived.",
    client: "The unlock never arrived; the same key may be sent again.",
  },
  "unknown-guest": {
    status: 404,
    meaning: "The guest is not known, or its proof is not.",
    client: "Forget the guest; there is nothing to merge.",
  },
  "not-found": { status: 404, meaning: "There is no such route.", client: "Check the base URL." },
  "price-changed": {
    status: 409,
    meaning: "The price is not the one that was shown; nothing was charged.",
    client: "Show the new offers; nothing was charged.",
  },
  "not-yet": {
    status: 409,
    meaning: "The time to wait is not over; nothing was charged.",
    client: "Wait until `availableAt`.",
  },
  "in-progress": {
    status: 409,
    meaning: "The same key is being worked on.",
    client: "Ask again with the same key after Retry-After.",
  },
  "merged-elsewhere": {
    status: 409,
    meaning: "The guest was merged with another account before.",
    client: "Forget the guest; another account has what it owned.",
  },
  "offer-gone": {
    status: 410,
    meaning: "The offer is not there any more; nothing was charged.",
    client: "Show the new offers.",
  },
  "body-too-large": {
    status: 413,
    meaning: "The body is longer than the server reads.",
    client: "Ask for fewer episodes at once.",
  },
  "idempotency-key-reused": {
    status: 422,
    meaning: "The key came before, with another request; nothing was done.",
    client: "A key belongs to one request; make a new one.",
  },
  "rate-limited": { status: 429, meaning: "Too many requests.", client: "Wait for Retry-After." },
  geo: {
    status: 451,
    meaning: "The episode is not shown in the viewer's country.",
    client: "Say that the episode is not available here.",
  },
  server: {
    status: 500,
    meaning: "The server failed; the key is not used up.",
    client: "Ask again with the same key.",
  },
  unavailable: {
    status: 503,
    meaning: "The server is starting, stopping or overloaded; the key is not used up.",
    client: "Ask again with the same key after Retry-After.",
  },
} as const;

/** A problem code of the protocol. */
export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457 problem document, with the members that some codes add. */
export interface Problem {
  readonly type: string;
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly offers?: readonly Offer[];
  readonly shortfall?: Price;
  readonly wallet?: Wallet;
  readonly quote?: Quote;
  readonly availableAt?: Iso;
  /** Where the viewer confirms, with `confirmation-required`. */
  readonly confirmUrl?: string;
  readonly items?: readonly Access[];
}
