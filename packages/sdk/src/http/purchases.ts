import type {
  CallContext,
  DeclineReason,
  KeyedCallContext,
  Problem,
  TopUpResult,
  UnlockRequest,
  UnlockResult,
} from "@micro-drama/protocol";
import type { AccountParts } from "./account.js";
import { type Answer, bodyOf, problemOf } from "./answer.js";
import { NotSentError } from "./client.js";

/** Problems that are a plain "no" to a purchase: nothing was charged. */
const DECLINES: { readonly [Code in Problem["code"]]?: DeclineReason } = {
  "insufficient-funds": "insufficient-funds",
  "payment-required": "policy",
  "price-changed": "price-changed",
  "offer-gone": "offer-gone",
  "not-yet": "not-yet",
  "limit-reached": "limit-reached",
  "confirmation-required": "confirmation-required",
  geo: "policy",
};

/** `POST /unlocks` */
export async function unlock(
  { client }: AccountParts,
  request: UnlockRequest,
  ctx: KeyedCallContext,
): Promise<UnlockResult> {
  try {
    const headers = { "idempotency-key": ctx.idempotencyKey };
    return readUnlock(await client.send({ path: "/unlocks", body: request, headers }, ctx));
  } catch (error) {
    if (error instanceof NotSentError) return { outcome: "unknown", sent: false };
    throw error;
  }
}

/** `GET /unlocks/{key}` */
export async function reconcile(
  { client }: AccountParts,
  key: string,
  ctx: CallContext,
): Promise<UnlockResult> {
  const answer = await client.send({ path: `/unlocks/${encodeURIComponent(key)}` }, ctx);
  // A plain 404 may come from a wrong address; only this code proves that the key was never seen.
  if (problemOf(answer).code === "unknown-key") return { outcome: "unknown", sent: false };
  return readUnlock(answer);
}

/** `POST /topups` */
export async function topUp(
  { client }: AccountParts,
  offerId: string,
  ctx: KeyedCallContext,
): Promise<TopUpResult> {
  const headers = { "idempotency-key": ctx.idempotencyKey };
  const answer = await client.send({ path: "/topups", body: { offerId }, headers }, ctx);
  const reason = declineOf(answer);
  return reason ? { outcome: "declined", reason } : bodyOf<TopUpResult>(answer);
}

/** A refusal as the word for it, or nothing when the answer is something else. */
function declineOf(answer: Answer): DeclineReason | undefined {
  const { code } = problemOf(answer);
  return answer.status >= 400 && code !== undefined ? DECLINES[code] : undefined;
}

function readUnlock(answer: Answer): UnlockResult {
  const reason = declineOf(answer);
  if (!reason) return bodyOf<UnlockResult>(answer);
  const { offers, shortfall, availableAt, confirmUrl, wallet, quote = answer.quote } = problemOf(answer);
  return {
    outcome: "declined",
    reason,
    ...(offers && { offers }),
    ...(shortfall && { shortfall }),
    ...(availableAt && { availableAt }),
    ...(confirmUrl && { confirmUrl }),
    ...(wallet && { wallet }),
    ...(quote && { quote }),
  };
}
