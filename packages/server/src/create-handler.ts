import { createOwnEdge } from "./delivery/edge.js";
import { type Handler, withLayers } from "./http/layers.js";
import { ProblemError } from "./http/problem.js";
import type { RequestLog } from "./http/request-log.js";
import { createRouter } from "./http/router.js";
import type { Platform, PlatformOptions, Policy } from "./platform.js";
import { healthRoute } from "./routes/health.js";

/**
 * The whole platform as one Web-standard function. It never rejects: whatever goes wrong is a problem document
 * with CORS headers.
 *
 * @example
 * const handler = createHandler({ store, catalogues, prices, keys, policy: {
 *   isAllowedOrigin: (origin) => origin === "https://news.example",
 *   mediaOrigin: () => "https://media.example",
 * } });
 * const response = await handler(request);
 */
export function createHandler(options: PlatformOptions): Handler {
  const now = options.now ?? Date.now;
  const platform: Platform = {
    ...options,
    now,
    adNetworks: options.adNetworks ?? [],
    edge: options.edge ?? createOwnEdge(options.keys),
    catalogues: new Map(options.catalogues.map((catalogue) => [catalogue.id, catalogue])),
  };
  return withLayers(createRouter(platform), { policy: options.policy, log: options.log, now });
}

/** Stands in while the database boots: everything is `unavailable`, only `/healthz` answers 200. */
export function createBootingHandler({
  policy,
  log,
}: {
  readonly policy: Pick<Policy, "isAllowedOrigin">;
  readonly log?: RequestLog;
}): Handler {
  const router: Parameters<typeof withLayers>[0] = async (call) => {
    if (call.url.pathname === "/healthz") return healthRoute(call);
    throw new ProblemError("unavailable", { detail: "The database is starting." }, { "retry-after": "1" });
  };
  return withLayers(router, { policy, log, now: Date.now });
}
