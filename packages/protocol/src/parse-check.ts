import type { Quote } from "./access.js";
import type { CheckNotModified, CheckResult } from "./adapter.js";
import { count, fail, iso, object, type Read, text } from "./parse/field.js";
import { listOf, record } from "./parse/shape.js";
import { access, wallet } from "./parse-access.js";

/** A quote names every price that differs from the usual one, so it may be longer than other texts. */
const LONGEST_QUOTE = 16_384;

/** The text of a signed price snapshot. */
export const quoteText: Read<string> = (value, path) =>
  typeof value === "string" && value.length <= LONGEST_QUOTE ? value : fail(path, "a quote", value);

/** Reads a signed price snapshot. */
export const quote: Read<Quote> = record({ value: quoteText, expiresAt: iso });

/** Reads a whole answer to a check. */
export const checkResult: Read<CheckResult> = record(
  { items: listOf(access), serverNow: iso },
  { wallet, quote, etag: text, viewer: text, ttlMs: count },
);

const unchanged = record({ serverNow: iso }, { quote });

/** Reads an adapter's answer to a check. @throws ParseError */
export function parseCheckResult(value: unknown): CheckResult | CheckNotModified {
  if (object(value, "$").notModified !== true) return checkResult(value, "$");
  return Object.freeze({ notModified: true, ...unchanged(value, "$") });
}
