import type { TopUpResult } from "@micro-drama/protocol";
import { toWallet } from "../access/describe-access.js";
import { readId, readObject } from "../fields.js";
import type { Route } from "../http/call.js";
import { privateJson } from "../http/json-response.js";
import { ProblemError } from "../http/problem.js";
import { readJsonBody } from "../http/read-body.js";
import { attributionOf } from "../identity/attribution.js";
import { type Authenticate, requireViewer } from "../identity/authenticate.js";
import { createFingerprint, readIdempotencyKey } from "../ledger/idempotency.js";
import type { Platform } from "../platform.js";
import { freshHeaders } from "./respond.js";

/** `POST /topups` with `{offerId}`: adds play money of the price list, once for a key. */
export function topupsRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const viewer = await requireViewer(authenticate, call);
    if (!viewer.canSpend)
      throw new ProblemError("forbidden", { detail: "The token's scope has no 'spend'." });
    const key = readIdempotencyKey(call.request);
    const body = readObject(await readJsonBody(call.request), "$");
    const offer = readId(body.offerId, "$.offerId");
    const topup = platform.prices.topups.find(({ id }) => id === offer);
    if (!topup || !platform.policy.isDemo)
      throw new ProblemError("offer-gone", { detail: "No such top-up." });

    const outcome = await platform.store.topUp(viewer.key, {
      ...attributionOf(platform, call.request, viewer.azp),
      key,
      fingerprint: await createFingerprint(["topup", offer]),
      at: new Date(platform.now()).toISOString(),
      offer,
      kind: "demo-topup",
      coins: topup.coins,
    });
    if (outcome.outcome === "key-reused")
      throw new ProblemError("idempotency-key-reused", { detail: "This key belongs to another request." });
    const { holdings, receipt, at, replayed } = outcome;
    const result: TopUpResult = {
      outcome: "added",
      wallet: toWallet(platform.prices, holdings),
      // Play money: nothing was paid for it.
      receipt: { id: receipt, at, charged: { amount: 0, currency: platform.prices.currency } },
    };
    return privateJson(result, {
      ...freshHeaders(platform, undefined),
      "cache-control": "private, no-store",
      ...(replayed ? { "idempotency-replayed": "true" } : {}),
    });
  };
}
