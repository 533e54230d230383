import { type MergeResult, parseGuestProof } from "@micro-drama/protocol";
import { toWallet } from "../access/describe-access.js";
import type { Route } from "../http/call.js";
import { privateJson } from "../http/json-response.js";
import { ProblemError } from "../http/problem.js";
import { readJsonBody } from "../http/read-body.js";
import { attributionOf } from "../identity/attribution.js";
import { type Authenticate, requireViewer } from "../identity/authenticate.js";
import { GUEST_ISSUER, readRefreshToken } from "../identity/guest-tokens.js";
import type { Platform } from "../platform.js";
import { freshHeaders } from "./respond.js";

/** `POST /merges` with `{refreshToken}`: what a guest owns moves to the account of the bearer token, once. */
export function mergesRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const account = await requireViewer(authenticate, call);
    if (account.issuer === GUEST_ISSUER)
      throw new ProblemError("forbidden", { detail: "Sign in: a guest cannot be merged with a guest." });
    const { refreshToken } = parseGuestProof(await readJsonBody(call.request));
    const guest = await findGuest(platform, refreshToken);
    const at = new Date(platform.now()).toISOString();
    const order = { ...attributionOf(platform, call.request, account.azp), at };
    const outcome = await platform.store.merge(guest, account.key, order);
    if (outcome.outcome === "merged-elsewhere")
      throw new ProblemError("merged-elsewhere", { detail: "Another account has what this guest owned." });
    const { currency } = platform.prices;
    const { already, episodes, refunded } = outcome;
    const body: MergeResult = {
      ...{ outcome: "merged", already, episodes },
      refunded: refunded > 0 ? { amount: refunded, currency } : null,
      wallet: toWallet(platform.prices, await platform.store.holdings(account.key, "", at)),
    };
    return privateJson(body, { ...freshHeaders(platform, undefined), "cache-control": "private, no-store" });
  };
}

async function findGuest({ keys, now, store }: Platform, refreshToken: string) {
  const unknown = () => new ProblemError("unknown-guest", { detail: "This guest is not known here." });
  const subject = await readRefreshToken(keys, refreshToken, now()).catch(() => {
    throw unknown();
  });
  const guest = await store.findGuest({ issuer: GUEST_ISSUER, subject });
  if (guest === undefined) throw unknown();
  return guest;
}
