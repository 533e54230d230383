import type { Route } from "../http/call.js";
import { ProblemError } from "../http/problem.js";
import { type Authenticate, requireViewer } from "../identity/authenticate.js";
import { checkIdempotencyKey } from "../ledger/idempotency.js";
import type { Platform } from "../platform.js";
import { findSeries } from "./respond.js";
import { answerUnlock } from "./unlock-answer.js";

/** `GET /unlocks/:key`: what became of an unlock whose answer was lost. */
export function unlockOutcomeRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const viewer = await requireViewer(authenticate, call);
    const key = checkIdempotencyKey(call.params.key ?? "");
    const outcome = await platform.store.findOutcome(viewer.key, key, new Date(platform.now()).toISOString());
    // A request with this key that arrives later still counts at most once.
    if (!outcome) throw new ProblemError("unknown-key", { detail: "No unlock with this key has arrived." });
    const catalogue = findSeries(platform, call, outcome.series);
    return answerUnlock(platform, call, { outcome, viewer, catalogue });
  };
}
