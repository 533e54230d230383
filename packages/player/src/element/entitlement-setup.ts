import type { EntitlementAdapter, Offer } from "@micro-drama/protocol";
import { createEntitlements, type Entitlements } from "@micro-drama/sdk";
import { createCallbackAdapter } from "@micro-drama/sdk/callback";
import { createHttpAdapter } from "@micro-drama/sdk/http";
import type { EntitlementSource } from "./entitlement-link.js";
import { followRest } from "./entitlement-rest.js";
import { followReturn } from "./entitlement-return.js";
import { reportWatched } from "./entitlement-watched.js";
import type { Session } from "./session.js";
import { tellLocks } from "./tell-locks.js";

export { createGateControl } from "./gate-control.js";
export { createPlaybackFetcher } from "./missing-playback.js";
export { openSigned } from "./open-signed.js";
export { holdTimedGrants } from "./timed-grants.js";

/** Makes the SDK for what the page configured. Loaded lazily, together with the adapters that are built in. */
export function setUpEntitlements(source: EntitlementSource, placement: string): Entitlements {
  const adapter = source.adapter ?? adapterFor(source.endpoint);
  const entitlements = createEntitlements({
    adapter,
    locale: source.locale,
    log: (level, message) => {
      if (level !== "debug") console[level](`<micro-drama>: ${message}`);
    },
    ...(placement ? { placement } : {}),
    ...(source.getToken ? { getToken: source.getToken } : {}),
    ads: { show: async (film, ctx) => source.ads?.()?.show(film, ctx) ?? "unavailable" },
  });
  if (adapter.receipts) withReceipts.add(entitlements);
  return entitlements;
}

/** Those whose platform shows receipts. */
const withReceipts = new WeakSet<Entitlements>();

/** Tells the SDK what the viewer does, until the signal aborts. */
export function followViewer(session: Session, entitlements: Entitlements, signal: AbortSignal): void {
  tellLocks(session, signal);
  followRest(session, entitlements, signal);
  followReturn(session, entitlements, signal);
  reportWatched(session, entitlements, signal);
  const tellReceipts = (showsReceipts: boolean): void => {
    const { purchases: _former, ...account } = session.model.account ?? { spentByRule: 0 };
    session.commit({ account: Object.freeze({ ...account, showsReceipts }) });
  };
  tellReceipts(withReceipts.has(entitlements));
  signal.addEventListener("abort", () => tellReceipts(false), { once: true });
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
