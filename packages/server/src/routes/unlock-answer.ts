import type { Catalogue, ProblemCode, UnlockResult } from "@micro-drama/protocol";
import { createDescription, toWallet } from "../access/describe-access.js";
import type { Call } from "../http/call.js";
import { privateJson } from "../http/json-response.js";
import { ProblemError, problemResponse } from "../http/problem.js";
import type { Viewer } from "../identity/authenticate.js";
import type { Platform } from "../platform.js";
import type { UnlockOutcome } from "../store/store.js";
import { describeItems, freshHeaders, quoteFor } from "./respond.js";

type Declined = Extract<UnlockOutcome, { outcome: "declined" }>;
type Granted = Extract<UnlockOutcome, { outcome: "granted" }>;

/** Of a bundle, the first ones come with their media; a player asks for the others when it gets there. */
const PLAYBACKS = 3;

/** A network's word on a film takes a second or two. */
const PENDING_MS = 1000;

const NO_STORE = { "cache-control": "private, no-store" };

/**
 * The answer to an unlock, new or replayed. What happened (charge, receipt, reason) is as it was; items, offers
 * and wallet are as they are now, so that a replay can neither bring back a revoked right nor an expired URL.
 */
export async function answerUnlock(
  platform: Platform,
  call: Call,
  { outcome, viewer, catalogue }: { outcome: UnlockOutcome; viewer: Viewer; catalogue: Catalogue },
): Promise<Response> {
  const { holdings } = outcome;
  const quote = await quoteFor(platform, { catalogue, holdings, viewer: viewer.key });
  const headers = {
    ...freshHeaders(platform, quote),
    ...NO_STORE,
    ...(outcome.replayed ? { "idempotency-replayed": "true" } : {}),
  };
  if (outcome.outcome === "granted") {
    const items = await describeItems(platform, call, {
      catalogue,
      holdings,
      viewer,
      episodes: outcome.episodes,
      playbackFor: outcome.episodes.slice(0, PLAYBACKS),
      // It was bought, whoever plays elsewhere.
      withoutPlace: "withhold",
    });
    return privateJson(grantedBody(platform, outcome, items), headers);
  }
  if (outcome.outcome === "pending")
    return privateJson({ outcome: "pending", retryAfterMs: PENDING_MS } satisfies UnlockResult, headers, 202);
  call.notes.problem = codeOf(outcome);
  const access = createDescription(platform.prices, catalogue, holdings)(outcome.episodes[0] ?? "");
  return problemResponse(
    new ProblemError(
      codeOf(outcome),
      {
        detail: wordsFor(outcome),
        offers: access.state === "locked" ? access.offers : [],
        wallet: toWallet(platform.prices, holdings),
        ...(quote ? { quote } : {}),
        ...(outcome.shortfall === undefined
          ? {}
          : { shortfall: { amount: outcome.shortfall, currency: platform.prices.currency } }),
        ...(outcome.reason === "confirmation-required" && platform.policy.spending?.confirm
          ? { confirmUrl: platform.policy.spending.confirm.url }
          : {}),
        ...(outcome.availableAt === undefined ? {} : { availableAt: outcome.availableAt }),
      },
      headers,
    ),
  );
}

function grantedBody(
  { prices }: Platform,
  outcome: Granted,
  items: Extract<UnlockResult, { outcome: "granted" }>["items"],
): UnlockResult {
  const charged = outcome.charged === null ? null : { amount: outcome.charged, currency: prices.currency };
  return {
    outcome: "granted",
    items,
    charged,
    already: outcome.already,
    wallet: toWallet(prices, outcome.holdings),
    ...(outcome.receipt !== undefined && charged
      ? { receipt: { id: outcome.receipt, at: outcome.at, charged } }
      : {}),
  };
}

function codeOf({ reason }: Declined): ProblemCode {
  return reason;
}

function wordsFor({ reason, shortfall, availableAt }: Declined): string {
  switch (reason) {
    case "insufficient-funds":
      return `${shortfall} coins are missing; nothing was charged.`;
    case "price-changed":
      return "The price is not the one that was shown; nothing was charged.";
    case "offer-gone":
      return "This offer is not there any more; nothing was charged.";
    case "limit-reached":
      return "The most that may be spent here for now is spent; nothing was charged.";
    case "confirmation-required":
      return "A charge of this size has to be confirmed at the platform; nothing was charged.";
    case "not-yet":
      return `Free from ${availableAt} on.`;
  }
}
