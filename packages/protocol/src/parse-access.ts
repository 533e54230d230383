import type { Access, GrantVia, Playback, Receipt, UnavailableReason, Wallet } from "./access.js";
import { EntitlementError } from "./errors.js";
import { count, fail, id, iso, list, object, oneOf, optional, text } from "./parse/field.js";
import { captionFrom, startFrom } from "./parse/media.js";
import { urlFrom } from "./parse/url.js";
import { parseOffers, parsePrice } from "./parse-offer.js";
import type { EpisodeRef } from "./ref.js";

const VIA: readonly GrantVia[] = [
  "free",
  "coins",
  "bundle",
  "ad",
  "subscription",
  "wait",
  "gift",
  "host",
  "other",
];
const REASONS: readonly UnavailableReason[] = [
  "geo",
  "age",
  "not-published",
  "removed",
  "device-limit",
  "unknown",
];

/** Reads a ref. */
export function parseRef(value: unknown, path = "$"): EpisodeRef {
  const fields = object(value, path);
  return Object.freeze({
    series: id(fields.series, `${path}.series`),
    episode: id(fields.episode, `${path}.episode`),
  });
}

/** Reads what a backend says of one episode. A state that this version does not know is refused: never guess a right. */
export function parseAccess(value: unknown, path = "$"): Access {
  const fields = object(value, path);
  const base = { ref: parseRef(fields.ref, `${path}.ref`), ...optional(fields, path, "rev", count) };
  switch (fields.state) {
    case "granted":
      return Object.freeze({
        ...base,
        state: "granted",
        via: oneOf(VIA, "other")(fields.via, `${path}.via`),
        ...optional(fields, path, "until", iso),
        ...optional(fields, path, "playback", parsePlayback),
      });
    case "locked":
    case "signed-out":
      return Object.freeze({
        ...base,
        state: fields.state,
        offers: parseOffers(fields.offers, `${path}.offers`),
      });
    case "unavailable":
      return Object.freeze({
        ...base,
        state: "unavailable",
        reason: oneOf(REASONS, "unknown")(fields.reason, `${path}.reason`),
      });
    case "error":
      return Object.freeze({ ...base, state: "error", error: itemError(fields.error) });
    default:
      return fail(
        `${path}.state`,
        "'granted', 'locked', 'signed-out', 'unavailable' or 'error'",
        fields.state,
      );
  }
}

/** Reads the media of a grant. URLs must be absolute. */
export function parsePlayback(value: unknown, path = "$"): Playback {
  const fields = object(value, path);
  const url = urlFrom(undefined);
  return Object.freeze({
    url: url(fields.url, `${path}.url`),
    type: oneOf(["hls", "mp4"] as const)(fields.type, `${path}.type`),
    ...optional(fields, path, "expiresAt", iso),
    session: fields.session === undefined ? "" : text(fields.session, `${path}.session`),
    ...optional(fields, path, "start", startFrom(url)),
    captions: optional(fields, path, "captions", list(captionFrom(url))).captions ?? [],
    ...optional(fields, path, "childQuery", text),
  });
}

/** Reads a wallet. */
export function parseWallet(value: unknown, path = "$"): Wallet {
  const fields = object(value, path);
  return Object.freeze({
    balances: list((item, at) => {
      const balance = object(item, at);
      return Object.freeze({
        currency: text(balance.currency, `${at}.currency`),
        paid: count(balance.paid, `${at}.paid`),
        bonus: count(balance.bonus, `${at}.bonus`),
      });
    })(fields.balances, `${path}.balances`),
    rev: count(fields.rev, `${path}.rev`),
  });
}

/** Reads a receipt. */
export function parseReceipt(value: unknown, path = "$"): Receipt {
  const fields = object(value, path);
  return Object.freeze({
    id: text(fields.id, `${path}.id`),
    at: iso(fields.at, `${path}.at`),
    charged: parsePrice(fields.charged, `${path}.charged`),
  });
}

function itemError(value: unknown): EntitlementError {
  const message =
    typeof value === "object" && value !== null ? (value as { message?: unknown }).message : undefined;
  return new EntitlementError(
    "server",
    typeof message === "string" ? message : "The backend could not say.",
    {
      retryable: true,
    },
  );
}
