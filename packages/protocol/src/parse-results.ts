import type {
  AdSession,
  AutoUnlockRule,
  DeclineReason,
  MergeResult,
  Preferences,
  TopUpResult,
  UnlockResult,
} from "./adapter.js";
import { count, flag, iso, type Read, text } from "./parse/field.js";
import { listOf, orElse, record, variants, word } from "./parse/shape.js";
import { access, wallet } from "./parse-access.js";
import { quote } from "./parse-check.js";
import { link, offers, price } from "./parse-offer.js";
import { receipt } from "./parse-receipt.js";

const reason: Read<DeclineReason> = word(
  [
    "insufficient-funds",
    "price-changed",
    "offer-gone",
    "not-yet",
    "limit-reached",
    "confirmation-required",
    "sign-in-required",
    "cancelled",
    "policy",
  ],
  "policy",
);

/** A backend that names no pause, or an absurd one, is asked again after 2 s. */
export const pauseMs: Read<number> = (value) =>
  typeof value === "number" && value >= 0 && value <= 600_000 ? value : 2000;

/** Anything but a clear "it never arrived" is read as "money may have moved". */
export const wasSent: Read<boolean> = (value) => value !== false;

const pending = record({ retryAfterMs: pauseMs });

/** Reads an answer to an unlock or a reconciliation. */
export const unlockResult: Read<UnlockResult> = variants("outcome", {
  granted: record(
    { items: listOf(access), charged: orElse(price, null), already: orElse(flag, false) },
    { wallet, receipt },
  ),
  pending,
  declined: record(
    { reason },
    { offers, shortfall: price, availableAt: iso, confirmUrl: link, wallet, quote },
  ),
  unknown: record({ sent: wasSent }),
});

/** Reads an answer to a top-up. */
export const topUpResult: Read<TopUpResult> = variants("outcome", {
  added: record({ wallet }, { receipt }),
  pending,
  declined: record({ reason }),
});

/** Reads an answer to a merge. */
export const mergeResult: Read<MergeResult> = variants("outcome", {
  merged: record({ already: orElse(flag, false), episodes: count, refunded: orElse(price, null), wallet }),
  nothing: record({}),
});

/** Reads a rewarded film that has begun to count. */
export const adSession: Read<AdSession> = record(
  { id: text, minSeconds: count, network: text },
  { unit: text },
);

/** Reads a rule for buying without a press. */
export const autoUnlockRule: Read<AutoUnlockRule> = record({ maxPerEpisode: count, maxPerVisit: count });

/** Reads what the viewer chose. */
export const preferences: Read<Preferences> = record({ autoUnlock: orElse(autoUnlockRule, null) });

/** Reads an adapter's answer to an unlock or a reconciliation. @throws ParseError */
export function parseUnlockResult(value: unknown): UnlockResult {
  return unlockResult(value, "$");
}

/** Reads an adapter's answer to a top-up. @throws ParseError */
export function parseTopUpResult(value: unknown): TopUpResult {
  return topUpResult(value, "$");
}

/** Reads an adapter's answer to a merge. @throws ParseError */
export function parseMergeResult(value: unknown): MergeResult {
  return mergeResult(value, "$");
}

/** Reads a rewarded film that has begun to count. @throws ParseError */
export function parseAdSession(value: unknown): AdSession {
  return adSession(value, "$");
}

/** Reads what the viewer chose; also the body of `PUT /preferences`. @throws ParseError */
export function parsePreferences(value: unknown): Preferences {
  return preferences(value, "$");
}
