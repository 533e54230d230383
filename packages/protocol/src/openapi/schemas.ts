import { count, flag, id, iso, lang, seconds, text } from "../parse/field.js";
import {
  access,
  balance,
  caption,
  itemError,
  mediaUrl,
  playback,
  ref,
  start,
  wallet,
} from "../parse-access.js";
import { checkResult, quote, quoteText } from "../parse-check.js";
import { discovery, guest, problem, watchedAnswer } from "../parse-documents.js";
import { action, currency, json, link, offer, price } from "../parse-offer.js";
import { receipt, receiptPage } from "../parse-receipt.js";
import {
  adSessionRequest,
  guestProof,
  isTrue,
  topUpRequest,
  unlockRequest,
  watchedReport,
} from "../parse-requests.js";
import {
  adSession,
  autoUnlockRule,
  mergeResult,
  pauseMs,
  preferences,
  topUpResult,
  unlockResult,
  wasSent,
} from "../parse-results.js";
import { createDescribe, type Schema } from "./json-schema.js";

/** Readers that other documents refer to by name. */
const NAMES = new Map<unknown, string>(
  Object.entries({
    Access: access,
    AdSession: adSession,
    AdSessionRequest: adSessionRequest,
    AutoUnlockRule: autoUnlockRule,
    Balance: balance,
    Caption: caption,
    CheckResult: checkResult,
    Discovery: discovery,
    EpisodeRef: ref,
    Guest: guest,
    GuestProof: guestProof,
    MergeResult: mergeResult,
    Offer: offer,
    OfferAction: action,
    Playback: playback,
    Preferences: preferences,
    Price: price,
    Problem: problem,
    Quote: quote,
    Receipt: receipt,
    ReceiptPage: receiptPage,
    StartDescriptor: start,
    TopUpRequest: topUpRequest,
    TopUpResult: topUpResult,
    UnlockRequest: unlockRequest,
    UnlockResult: unlockResult,
    WatchedAnswer: watchedAnswer,
    WatchedReport: watchedReport,
    Wallet: wallet,
  }).map(([name, read]) => [read, name]),
);

const MEDIA_URL: Schema = { type: "string", format: "uri", maxLength: 2000, pattern: "^(https?|blob):" };
const COUNT: Schema = { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
const LANG: Schema = { type: "string", pattern: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" };
const SECONDS: Schema = { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 86_400 };
const TEXT: Schema = { type: "string", maxLength: 2000 };
const BYTE_SOURCE: Schema = {
  url: MEDIA_URL,
  byteRange: {
    type: "object",
    required: ["offset", "length"],
    properties: { offset: COUNT, length: COUNT },
  },
};
const START: Schema = {
  type: "object",
  required: ["bandwidth", "tracks"],
  properties: {
    bandwidth: COUNT,
    tracks: {
      type: "array",
      items: {
        type: "object",
        required: ["codecs", "init", "segments"],
        properties: {
          codecs: TEXT,
          init: { type: "object", required: ["url"], properties: BYTE_SOURCE },
          segments: {
            type: "array",
            items: {
              type: "object",
              required: ["url", "duration"],
              properties: { ...BYTE_SOURCE, duration: SECONDS },
            },
          },
        },
      },
    },
  },
};

/** What the plain functions among the readers take. A property test holds each of them against its reader. */
const LEAVES = new Map<unknown, Schema>([
  [id, { type: "string", pattern: "^[\\w.-]{1,64}$", not: { enum: [".", ".."] } }],
  [text, TEXT],
  [lang, LANG],
  [iso, { type: "string", format: "date-time" }],
  [count, COUNT],
  [seconds, SECONDS],
  [flag, { type: "boolean" }],
  [currency, { type: "string", pattern: "^[A-Z]{3,8}$" }],
  [link, { type: "string", format: "uri", maxLength: 2000, pattern: "^https?:" }],
  [mediaUrl, MEDIA_URL],
  [json, { description: "Anything." }],
  [itemError, { type: "object", properties: { message: TEXT } }],
  [quoteText, { type: "string", maxLength: 16_384 }],
  [pauseMs, { type: "number", minimum: 0, maximum: 600_000 }],
  [wasSent, { type: "boolean" }],
  [isTrue, { const: true }],
  [
    caption,
    {
      type: "object",
      required: ["lang", "url"],
      properties: { lang: LANG, label: TEXT, url: MEDIA_URL },
    },
  ],
  [start, START],
]);

const { refer, describe } = createDescribe(NAMES, LEAVES);

/** The name under which a reader's schema stands, as a reference. */
export const schemaOf = refer;

/** Every named schema of the protocol. */
export function createSchemas(): { readonly [name: string]: Schema } {
  return Object.fromEntries([...NAMES].map(([read, name]) => [name, describe(read)]));
}

/** Every named reader of the protocol. */
export const READERS: ReadonlyMap<unknown, string> = NAMES;
