import { toWallet } from "../access/describe-access.js";
import type { Route } from "../http/call.js";
import { privateJson } from "../http/json-response.js";
import { ProblemError } from "../http/problem.js";
import { type Authenticate, requireViewer } from "../identity/authenticate.js";
import type { Platform } from "../platform.js";

/**
 * `GET /inspect/ledger`: the calling viewer's own rows, for the demonstration's drawer. A `viewer` in the query
 * must be the token's own.
 */
export function inspectLedgerRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const viewer = await requireViewer(authenticate, call);
    const named = call.url.searchParams.get("viewer");
    if (named !== null && named !== viewer.subject)
      throw new ProblemError("forbidden", { detail: "Only the token's own viewer can be read." });
    const { issuer, subject } = viewer;
    const { wallet, ...rows } = await platform.store.ledger(viewer.key);
    const body = { viewer: { issuer, subject }, wallet: toWallet(platform.prices, wallet), ...rows };
    return privateJson(body, { "cache-control": "private, no-store" });
  };
}
