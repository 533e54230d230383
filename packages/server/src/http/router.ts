import { PROTOCOL_BASE } from "@micro-drama/protocol";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { createAuthenticate } from "../identity/authenticate.js";
import type { Platform } from "../platform.js";
import { accessRoute } from "../routes/access.js";
import { adSessionsRoute } from "../routes/ad-sessions.js";
import { discoveryRoute } from "../routes/discovery.js";
import { guestRefreshRoute, guestsRoute } from "../routes/guests.js";
import { healthRoute, readyRoute } from "../routes/health.js";
import { inspectLedgerRoute } from "../routes/inspect-ledger.js";
import { mergesRoute } from "../routes/merges.js";
import { playbackRoute } from "../routes/playback.js";
import { preferencesRoute, setPreferencesRoute } from "../routes/preferences.js";
import { receiptsRoute } from "../routes/receipts.js";
import { topupsRoute } from "../routes/topups.js";
import { unlockOutcomeRoute } from "../routes/unlock-outcome.js";
import { unlocksRoute } from "../routes/unlocks.js";
import { walletRoute } from "../routes/wallet.js";
import { watchedRoute } from "../routes/watched.js";
import { webhookRoute } from "../routes/webhooks.js";
import type { Call, Route } from "./call.js";
import { createLimits } from "./limited.js";
import { ProblemError } from "./problem.js";

/** The call travels through the router as its environment. */
interface RouterTypes {
  Bindings: Omit<Call, "request" | "params">;
}

/** Finds the route of a call. Rejects with `ProblemError` when it is refused or there is none. */
export function createRouter(platform: Platform): (call: Call) => Promise<Response> {
  const app = new Hono<RouterTypes>();
  const authenticate = createAuthenticate(platform);
  const { perViewer, perAddress } = createLimits(platform, authenticate);

  const on = (method: "GET" | "POST" | "PUT", path: string, route: Route) =>
    app.on(method, path, (c) => route({ ...c.env, request: c.req.raw, params: c.req.param() }));
  const protocol = (method: "GET" | "POST" | "PUT", path: string, route: Route) =>
    on(method, `${PROTOCOL_BASE}${path}`, route);

  // The offers of a hundred locked episodes are 100 kB of nearly the same words.
  app.use(`${PROTOCOL_BASE}/series/:series/access`, compress());
  on("GET", "/healthz", healthRoute);
  on("GET", "/readyz", readyRoute(platform));
  on("GET", "/.well-known/micro-drama", discoveryRoute(platform));
  protocol("GET", "/series/:series/access", perViewer("reads", accessRoute(platform, authenticate)));
  protocol(
    "GET",
    "/series/:series/episodes/:episode/playback",
    perViewer("reads", playbackRoute(platform, authenticate)),
  );
  protocol(
    "POST",
    "/series/:series/episodes/:episode/watched",
    perViewer("reads", watchedRoute(platform, authenticate)),
  );
  protocol("GET", "/wallet", perViewer("reads", walletRoute(platform, authenticate)));
  protocol("GET", "/receipts", perViewer("reads", receiptsRoute(platform, authenticate)));
  protocol("GET", "/preferences", perViewer("reads", preferencesRoute(platform, authenticate)));
  protocol("PUT", "/preferences", perViewer("reads", setPreferencesRoute(platform, authenticate)));
  protocol("POST", "/merges", perViewer("unlocks", mergesRoute(platform, authenticate)));
  protocol("POST", "/unlocks", perViewer("unlocks", unlocksRoute(platform, authenticate)));
  protocol("GET", "/unlocks/:key", perViewer("reads", unlockOutcomeRoute(platform, authenticate)));
  protocol("POST", "/topups", perViewer("unlocks", topupsRoute(platform, authenticate)));
  protocol("POST", "/guests", perAddress("guests", guestsRoute(platform)));
  protocol("POST", "/guests/refresh", perAddress("reads", guestRefreshRoute(platform)));
  // By address too: who makes guest after guest to see film after film is one caller.
  protocol(
    "POST",
    "/ad-sessions",
    perAddress("unlocks", perViewer("unlocks", adSessionsRoute(platform, authenticate))),
  );
  // A network's servers have few addresses, and a lost word would be a viewer's lost episode: no limit but the signature.
  protocol("POST", "/webhooks/:source", webhookRoute(platform));
  if (platform.policy.isInspectable)
    protocol("GET", "/inspect/ledger", perViewer("reads", inspectLedgerRoute(platform, authenticate)));

  app.notFound(() => {
    throw new ProblemError("not-found", {
      detail: `There is nothing here; the protocol lives under ${PROTOCOL_BASE}.`,
    });
  });
  // The router's own handler would turn every error into a bare 500.
  app.onError((error) => {
    throw error;
  });
  return async ({ request, ...environment }) => app.fetch(request, environment);
}
