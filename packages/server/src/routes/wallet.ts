import { toWallet } from "../access/describe-access.js";
import type { Route } from "../http/call.js";
import { privateJson } from "../http/json-response.js";
import { type Authenticate, requireViewer } from "../identity/authenticate.js";
import type { Platform } from "../platform.js";
import { freshHeaders } from "./respond.js";

/** `GET /wallet`: the viewer's coins. */
export function walletRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const { key } = await requireViewer(authenticate, call);
    const holdings = await platform.store.holdings(key, "", new Date(platform.now()).toISOString());
    return privateJson(toWallet(platform.prices, holdings), freshHeaders(platform, undefined));
  };
}
