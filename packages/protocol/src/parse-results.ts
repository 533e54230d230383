import type { Quote } from "./access.js";
import type { CheckNotModified, CheckResult, DeclineReason, TopUpResult, UnlockResult } from "./adapter.js";
import { count, fail, flag, iso, list, object, oneOf, optional, type Read, text } from "./parse/field.js";
import { parseAccess, parseReceipt, parseWallet } from "./parse-access.js";
import { parseOffers, parsePrice } from "./parse-offer.js";

const DECLINES: readonly DeclineReason[] = [
  "insufficient-funds",
  "price-changed",
  "offer-gone",
  "not-yet",
  "limit-reached",
  "confirmation-required",
  "sign-in-required",
  "cancelled",
  "policy",
];

const parseQuote: Read<Quote> = (value, path) => {
  const fields = object(value, path);
  return Object.freeze({
    value: text(fields.value, `${path}.value`),
    expiresAt: iso(fields.expiresAt, `${path}.expiresAt`),
  });
};

/** Reads an adapter's answer to a check. @throws ParseError */
export function parseCheckResult(value: unknown): CheckResult | CheckNotModified {
  const fields = object(value, "$");
  const serverNow = iso(fields.serverNow, "$.serverNow");
  const quote = optional(fields, "$", "quote", parseQuote);
  if (fields.notModified === true) return Object.freeze({ notModified: true, serverNow, ...quote });
  return Object.freeze({
    items: list(parseAccess)(fields.items, "$.items"),
    ...optional(fields, "$", "wallet", parseWallet),
    ...quote,
    serverNow,
    ...optional(fields, "$", "etag", text),
    ...optional(fields, "$", "ttlMs", count),
  });
}

/** Reads an adapter's answer to an unlock or a reconciliation. @throws ParseError */
export function parseUnlockResult(value: unknown): UnlockResult {
  const fields = object(value, "$");
  const wallet = optional(fields, "$", "wallet", parseWallet);
  switch (fields.outcome) {
    case "granted":
      return Object.freeze({
        outcome: "granted",
        items: list(parseAccess)(fields.items, "$.items"),
        charged: optional(fields, "$", "charged", parsePrice).charged ?? null,
        already: fields.already === undefined ? false : flag(fields.already, "$.already"),
        ...wallet,
        ...optional(fields, "$", "receipt", parseReceipt),
      });
    case "pending":
      return Object.freeze({ outcome: "pending", retryAfterMs: retryAfter(fields.retryAfterMs) });
    case "declined":
      return Object.freeze({
        outcome: "declined",
        reason: oneOf(DECLINES, "policy")(fields.reason, "$.reason"),
        ...optional(fields, "$", "offers", parseOffers),
        ...optional(fields, "$", "shortfall", parsePrice),
        ...optional(fields, "$", "availableAt", iso),
        ...wallet,
        ...optional(fields, "$", "quote", parseQuote),
      });
    case "unknown":
      // Anything but a clear "it never arrived" is read as "money may have moved".
      return Object.freeze({ outcome: "unknown", sent: fields.sent !== false });
    default:
      return fail("$.outcome", "'granted', 'pending', 'declined' or 'unknown'", fields.outcome);
  }
}

/** Reads an adapter's answer to a top-up. @throws ParseError */
export function parseTopUpResult(value: unknown): TopUpResult {
  const fields = object(value, "$");
  switch (fields.outcome) {
    case "added":
      return Object.freeze({
        outcome: "added",
        wallet: parseWallet(fields.wallet, "$.wallet"),
        ...optional(fields, "$", "receipt", parseReceipt),
      });
    case "pending":
      return Object.freeze({ outcome: "pending", retryAfterMs: retryAfter(fields.retryAfterMs) });
    case "declined":
      return Object.freeze({
        outcome: "declined",
        reason: oneOf(DECLINES, "policy")(fields.reason, "$.reason"),
      });
    default:
      return fail("$.outcome", "'added', 'pending' or 'declined'", fields.outcome);
  }
}

/** A backend that names no pause, or an absurd one, is asked again after 2 s. */
function retryAfter(value: unknown): number {
  return typeof value === "number" && value >= 0 && value <= 600_000 ? value : 2000;
}
