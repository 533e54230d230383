import type { Route } from "../http/call.js";
import { ProblemError } from "../http/problem.js";
import { readJsonBody } from "../http/read-body.js";
import { attributionOf } from "../identity/attribution.js";
import { type Authenticate, requireViewer } from "../identity/authenticate.js";
import { digestCode } from "../ledger/codes.js";
import { createFingerprint, readIdempotencyKey } from "../ledger/idempotency.js";
import { parseUnlockRequest } from "../ledger/parse-unlock-request.js";
import { planUnlock } from "../ledger/plan-unlock.js";
import { limitAutomatic, selectSpendRules } from "../ledger/spend-rules.js";
import type { Platform } from "../platform.js";
import { verifyQuote } from "../pricing/quote.js";
import { NOTHING_CHOSEN } from "./preferences.js";
import { findSeries } from "./respond.js";
import { answerUnlock } from "./unlock-answer.js";

/** `POST /unlocks`: opens episodes through an offer, at most once for a key and at most once for an episode. */
export function unlocksRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const viewer = await requireViewer(authenticate, call);
    if (!viewer.canSpend)
      throw new ProblemError("forbidden", { detail: "The token's scope has no 'spend'." });
    const key = readIdempotencyKey(call.request);
    const request = parseUnlockRequest(await readJsonBody(call.request), platform.prices);
    const series = request.refs[0]?.series ?? "";
    if (request.refs.some((ref) => ref.series !== series))
      throw new ProblemError("invalid-request", { detail: "$.refs: all refs must be of one series" });
    const catalogue = findSeries(platform, call, series);
    if (request.refs.length === 1 && request.refs[0]) call.notes.episode = request.refs[0].episode;

    const now = platform.now();
    const quote =
      request.quote === undefined
        ? undefined
        : await verifyQuote(platform.keys, request.quote, { viewer: viewer.key, series, now });
    const plan = await planUnlock({
      request,
      catalogue,
      prices: platform.prices,
      ...(quote ? { quote } : {}),
    });
    const { refs, offerId, maxPrice } = request;
    const attribution = attributionOf(platform, call.request, viewer.azp);
    const common = selectSpendRules(platform.policy.spending, { ...viewer, ...attribution }, now);
    const rules = request.isAutomatic
      ? limitAutomatic(common, (await platform.store.preferences(viewer.key)) ?? NOTHING_CHOSEN, now)
      : common;
    const outcome = await platform.store.unlock(viewer.key, {
      ...plan,
      ...attribution,
      ...(viewer.session === undefined ? {} : { session: viewer.session }),
      ...(rules ? { rules } : {}),
      key,
      fingerprint: await createFingerprint([
        refs.map((ref) => ref.episode),
        series,
        offerId,
        maxPrice ?? null,
        // Of the request, not of the plan: whether codes are taken today says nothing about a key of yesterday.
        ...(request.evidence?.code === undefined ? [] : [await digestCode(request.evidence.code)]),
        ...(request.evidence?.adSession === undefined ? [] : [request.evidence.adSession]),
      ]),
      at: new Date(now).toISOString(),
    });
    if (outcome.outcome === "key-reused")
      throw new ProblemError("idempotency-key-reused", { detail: "This key belongs to another request." });
    return answerUnlock(platform, call, { outcome, viewer, catalogue });
  };
}
