import type { UnlockRequest, WatchedReport } from "./adapter.js";
import { count, fail, id, iso, type Read, text } from "./parse/field.js";
import { listOf, record } from "./parse/shape.js";
import { ref } from "./parse-access.js";
import { quoteText } from "./parse-check.js";
import { price } from "./parse-offer.js";
import type { EpisodeRef } from "./ref.js";

/** Only `true`: an absent field is the other answer. */
export const isTrue: Read<true> = (value, path) => (value === true ? true : fail(path, "true", value));

/** Reads the body of `POST /unlocks`. */
export const unlockRequest: Read<UnlockRequest> = record(
  { refs: listOf(ref), offerId: id },
  {
    quote: quoteText,
    maxPrice: price,
    evidence: record({}, { code: text, adSession: text }),
    isAutomatic: isTrue,
  },
);

/** Body of `POST /topups`. */
export interface TopUpRequest {
  readonly offerId: string;
}

/** Body of `POST /guests/refresh` and, with the account's token in the header, of `POST /merges`. */
export interface GuestProof {
  readonly refreshToken: string;
}

/** Body of `POST /ad-sessions`. */
export interface AdSessionRequest {
  readonly ref: EpisodeRef;
  readonly offerId: string;
}

/** Reads the body of `POST /topups`. */
export const topUpRequest: Read<TopUpRequest> = record({ offerId: id });
/** Reads the body of `POST …/watched`. */
export const watchedReport: Read<WatchedReport> = record({ session: text, expiresAt: iso, seconds: count });
/** Reads the proof of being a guest. */
export const guestProof: Read<GuestProof> = record({ refreshToken: text });
/** Reads the body of `POST /ad-sessions`. */
export const adSessionRequest: Read<AdSessionRequest> = record({ ref, offerId: id });

/** Reads the body of `POST /unlocks`, also one that was stored. @throws ParseError */
export function parseUnlockRequest(value: unknown): UnlockRequest {
  return unlockRequest(value, "$");
}

/** Reads the body of `POST /topups`. @throws ParseError */
export function parseTopUpRequest(value: unknown): TopUpRequest {
  return topUpRequest(value, "$");
}

/** Reads the body of `POST /merges` and of `POST /guests/refresh`. @throws ParseError */
export function parseGuestProof(value: unknown): GuestProof {
  return guestProof(value, "$");
}

/** Reads the body of `POST /ad-sessions`. @throws ParseError */
export function parseAdSessionRequest(value: unknown): AdSessionRequest {
  return adSessionRequest(value, "$");
}

/** Reads the body of `POST …/watched`. @throws ParseError */
export function parseWatchedReport(value: unknown): WatchedReport {
  return watchedReport(value, "$");
}
