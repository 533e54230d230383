import { playback, wallet } from "../parse-access.js";
import { checkResult } from "../parse-check.js";
import { discovery, guest, watchedAnswer } from "../parse-documents.js";
import { receiptPage } from "../parse-receipt.js";
import {
  adSessionRequest,
  guestProof,
  topUpRequest,
  unlockRequest,
  watchedReport,
} from "../parse-requests.js";
import { adSession, mergeResult, preferences, topUpResult, unlockResult } from "../parse-results.js";
import type { ProblemCode } from "../problem.js";
import type { Schema } from "./json-schema.js";
import { schemaOf } from "./schemas.js";

/** One route of the protocol. */
export interface RouteDescription {
  readonly method: "get" | "post" | "put";
  /** Under `PROTOCOL_BASE`, unless it begins with `/.well-known`. */
  readonly path: string;
  readonly summary: string;
  /** Absent: every server has it. Otherwise the name in `Discovery.features`. */
  readonly feature?: string;
  /** `keyed`: it moves money and needs an `Idempotency-Key`. */
  readonly auth: "none" | "optional" | "bearer" | "keyed";
  readonly query?: { readonly [name: string]: string };
  readonly body?: Schema;
  readonly answer: Schema;
  /** Other answers that are no problems, by status. */
  readonly also?: { readonly [status: number]: string };
  readonly problems: readonly ProblemCode[];
}

/** What every viewer's route may answer. */
const ASKED: readonly ProblemCode[] = [
  "invalid-request",
  "auth-expired",
  "origin-not-allowed",
  "rate-limited",
];
const OWN: readonly ProblemCode[] = ["auth-required", ...ASKED];
const SPENT: readonly ProblemCode[] = [
  ...OWN,
  "idempotency-key-missing",
  "idempotency-key-reused",
  "forbidden",
  "limit-reached",
  "confirmation-required",
  "in-progress",
];

/** Every route of the protocol. */
export const ROUTES: readonly RouteDescription[] = [
  {
    method: "get",
    path: "/.well-known/micro-drama",
    summary: "What this server can do. Optional; a check never waits for it.",
    auth: "none",
    answer: schemaOf(discovery),
    problems: [],
  },
  {
    method: "get",
    path: "/series/{series}/access",
    summary: "May this viewer play these episodes, and for what? Works without a token.",
    auth: "optional",
    query: {
      episodes: "1–200 ids, comma-separated. Absent: the whole series.",
      playback: "Up to 5 ids whose grants carry their media.",
    },
    answer: schemaOf(checkResult),
    also: { 304: "Nothing changed since the tag in `If-None-Match`; the headers bring fresh prices." },
    problems: [...ASKED, "unknown-episode"],
  },
  {
    method: "post",
    path: "/unlocks",
    summary: "Opens episodes through an offer. The same key never charges twice.",
    auth: "keyed",
    body: schemaOf(unlockRequest),
    answer: schemaOf(unlockResult),
    also: { 202: "Taken; ask `GET /unlocks/{key}` what became of it." },
    problems: [
      ...SPENT,
      "insufficient-funds",
      "payment-required",
      "price-changed",
      "offer-gone",
      "not-yet",
      "unknown-episode",
      "geo",
    ],
  },
  {
    method: "get",
    path: "/unlocks/{key}",
    summary: "What became of the unlock with this key. Keys of a merged guest answer to the account.",
    auth: "bearer",
    answer: schemaOf(unlockResult),
    also: { 202: "Still under way." },
    problems: [...OWN, "unknown-key", "insufficient-funds", "price-changed", "offer-gone", "not-yet"],
  },
  {
    method: "get",
    path: "/series/{series}/episodes/{episode}/playback",
    summary: "Fresh media of a granted episode.",
    auth: "bearer",
    answer: schemaOf(playback),
    problems: [...OWN, "payment-required", "unknown-episode", "forbidden", "geo"],
  },
  {
    method: "post",
    path: "/series/{series}/episodes/{episode}/watched",
    summary: "How much of a playback was watched so far; never counted as more than has passed.",
    feature: "watched",
    auth: "bearer",
    body: schemaOf(watchedReport),
    answer: schemaOf(watchedAnswer),
    problems: [...OWN, "forbidden", "unknown-episode"],
  },
  {
    method: "get",
    path: "/wallet",
    summary: "The viewer's coins.",
    feature: "wallet",
    auth: "bearer",
    answer: schemaOf(wallet),
    problems: OWN,
  },
  {
    method: "get",
    path: "/receipts",
    summary: "What the viewer bought and got back, newest first.",
    feature: "receipts",
    auth: "bearer",
    query: { before: "The `next` of the page before.", limit: "1–100. Default 20." },
    answer: schemaOf(receiptPage),
    problems: OWN,
  },
  {
    method: "post",
    path: "/topups",
    summary: "Adds coins through an offer, once for a key.",
    auth: "keyed",
    body: schemaOf(topUpRequest),
    answer: schemaOf(topUpResult),
    problems: [...SPENT, "offer-gone"],
  },
  {
    method: "post",
    path: "/guests",
    summary: "A viewer without a log-in, known only by the tokens in the answer.",
    feature: "guests",
    auth: "none",
    answer: schemaOf(guest),
    problems: ["origin-not-allowed", "rate-limited"],
  },
  {
    method: "post",
    path: "/guests/refresh",
    summary: "The same guest, fresh tokens. A merged guest is over: `auth-required`.",
    feature: "guests",
    auth: "none",
    body: schemaOf(guestProof),
    answer: schemaOf(guest),
    problems: ["invalid-request", "auth-required", "origin-not-allowed", "rate-limited"],
  },
  {
    method: "post",
    path: "/merges",
    summary:
      "Moves what a guest owns to the account of the token. Repeatable: a guest is merged once, and what both had paid for comes back in coins.",
    feature: "merges",
    auth: "bearer",
    body: schemaOf(guestProof),
    answer: schemaOf(mergeResult),
    problems: [...OWN, "forbidden", "unknown-guest", "merged-elsewhere"],
  },
  {
    method: "get",
    path: "/preferences",
    summary: "What the viewer chose.",
    feature: "preferences",
    auth: "bearer",
    answer: schemaOf(preferences),
    problems: OWN,
  },
  {
    method: "put",
    path: "/preferences",
    summary: "Keeps what the viewer chose; the answer is what counts, which may be stricter.",
    feature: "preferences",
    auth: "bearer",
    body: schemaOf(preferences),
    answer: schemaOf(preferences),
    problems: [...OWN, "forbidden"],
  },
  {
    method: "post",
    path: "/ad-sessions",
    summary: "Begins to count a rewarded film; its id goes into the unlock's evidence.",
    feature: "ads",
    auth: "bearer",
    body: schemaOf(adSessionRequest),
    answer: schemaOf(adSession),
    problems: [...OWN, "forbidden", "limit-reached", "offer-gone", "unknown-episode"],
  },
];
