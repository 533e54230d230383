import type { EntitlementAdapter, Offer } from "@micro-drama/protocol";
import { createEntitlements, type Entitlements } from "@micro-drama/sdk";
import { createCallbackAdapter } from "@micro-drama/sdk/callback";
import { createHttpAdapter } from "@micro-drama/sdk/http";
import type { EntitlementSource } from "./entitlement-link.js";

export { createGateControl } from "./gate-control.js";
export { freshPlayback, holdTimedGrants } from "./timed-grants.js";

/** Makes the SDK for what the page configured. Loaded lazily, together with the adapters that are built in. */
export function setUpEntitlements(source: EntitlementSource, placement: string): Entitlements {
  return createEntitlements({
    adapter: source.adapter ?? adapterFor(source.endpoint),
    locale: source.locale,
    log: (level, message) => {
      if (level !== "debug") console[level](`<micro-drama>: ${message}`);
    },
    ...(placement ? { placement } : {}),
    ...(source.getToken ? { getToken: source.getToken } : {}),
  });
}

function adapterFor(endpoint: string | undefined): EntitlementAdapter {
  if (endpoint) return createHttpAdapter({ endpoint: new URL(endpoint, document.baseURI).href });
  // Neither adapter nor endpoint: the page's own listener of `drama-unlock-request` decides.
  const byPage: Offer = { id: "page", kind: "custom", action: { type: "host" } };
  return createCallbackAdapter({
    check: (refs) =>
      Object.fromEntries(refs.map(({ episode }) => [episode, { granted: false, offers: [byPage] }])),
  });
}
