import type { Access, Balance, Playback, Wallet } from "./access.js";
import { EntitlementError } from "./errors.js";
import { count, id, iso, type Read, text } from "./parse/field.js";
import { captionFrom, startFrom } from "./parse/media.js";
import { listOf, orElse, record, variants, word } from "./parse/shape.js";
import { urlFrom } from "./parse/url.js";
import { currency, offers } from "./parse-offer.js";
import type { EpisodeRef } from "./ref.js";

/** An absolute URL of media. */
export const mediaUrl: Read<string> = urlFrom(undefined);
/** A side-loaded caption track. */
export const caption = captionFrom(mediaUrl);
/** What the first frame needs. */
export const start = startFrom(mediaUrl);

/** Reads a ref. */
export const ref: Read<EpisodeRef> = record({ series: id, episode: id });

/** Reads the media of a grant. */
export const playback: Read<Playback> = record(
  {
    url: mediaUrl,
    type: word(["hls", "mp4"]),
    session: orElse(text, ""),
    captions: orElse(listOf(caption), Object.freeze([])),
  },
  { expiresAt: iso, start, childQuery: text },
);

/** Reads why the backend had no answer for one episode. Its words are for logs. */
export const itemError: Read<EntitlementError> = (value) => {
  const said = (value as { readonly message?: unknown } | null | undefined)?.message;
  const message = typeof said === "string" ? said : "The backend could not say.";
  return new EntitlementError("server", message, { retryable: true });
};

const common = { rev: count };

/** Reads what a backend says of one episode. */
export const access: Read<Access> = variants("state", {
  granted: record(
    {
      ref,
      via: word(["free", "coins", "bundle", "ad", "subscription", "wait", "gift", "host", "other"], "other"),
    },
    { ...common, until: iso, playback },
  ),
  locked: record({ ref, offers }, common),
  "signed-out": record({ ref, offers }, common),
  unavailable: record(
    {
      ref,
      reason: word(["geo", "age", "not-published", "removed", "device-limit", "unknown"], "unknown"),
    },
    common,
  ),
  error: record({ ref, error: itemError }, common),
});

/** Reads the coins of one currency. */
export const balance: Read<Balance> = record(
  { currency, paid: count, bonus: count },
  { bonusExpiresAt: iso },
);

/** Reads a wallet. */
export const wallet: Read<Wallet> = record({ balances: listOf(balance), rev: count });

/** Reads a ref. */
export function parseRef(value: unknown, path = "$"): EpisodeRef {
  return ref(value, path);
}

/** Reads what a backend says of one episode. A state that this version does not know is refused: never guess a right. */
export function parseAccess(value: unknown, path = "$"): Access {
  return access(value, path);
}

/** Reads the media of a grant. URLs must be absolute. */
export function parsePlayback(value: unknown, path = "$"): Playback {
  return playback(value, path);
}

/** Reads a wallet. */
export function parseWallet(value: unknown, path = "$"): Wallet {
  return wallet(value, path);
}
