import { PROTOCOL_BASE } from "@micro-drama/protocol";
import type { Route } from "../http/call.js";
import { KEY_RETENTION_DAYS } from "../ledger/forget-keys.js";
import { MAX_REFS } from "../ledger/parse-unlock-request.js";
import type { Platform } from "../platform.js";

/** `GET /.well-known/micro-drama`: what this server can do. Optional for clients; no check waits for it. */
export function discoveryRoute({ policy, prices }: Platform): Route {
  const document = {
    protocol: "1",
    base: PROTOCOL_BASE,
    features: [
      "batch",
      "guests",
      "wallet",
      "quote",
      "watched",
      "merges",
      "receipts",
      "preferences",
      ...(prices.ads ? ["ads"] : []),
      ...(policy.isDemo ? ["demo-topup"] : []),
    ],
    limits: { batch: MAX_REFS },
    idempotencyRetention: `P${KEY_RETENTION_DAYS}D`,
  };
  return async () =>
    new Response(JSON.stringify(document), {
      headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
    });
}
