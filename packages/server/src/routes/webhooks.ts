import type { Route } from "../http/call.js";
import { privateJson } from "../http/json-response.js";
import { ProblemError } from "../http/problem.js";
import { readText } from "../http/read-body.js";
import { isUuid } from "../ledger/idempotency.js";
import type { Platform } from "../platform.js";

/**
 * `POST /webhooks/:source`: a network's signed word that a film was seen. Said twice, it is answered 200 twice and counts
 * once. What can never count is 403 (not the network's) or 410; what came too early is 409, and may come again.
 */
export function webhookRoute(platform: Platform): Route {
  return async (call) => {
    const network = platform.adNetworks.find(({ name }) => name === call.params.source);
    if (!network) throw new ProblemError("not-found", { detail: "Nobody of this name is listened to." });
    const now = platform.now();
    const body = await readText(call.request);
    const film = await network.readFilm({ headers: call.request.headers, body, now });
    if (!film) throw new ProblemError("forbidden", { detail: "This is not the network's word." });
    if (!isUuid(film.session)) throw gone();
    const outcome = await platform.store.rewardAd({
      ...film,
      network: network.name,
      at: new Date(now).toISOString(),
      perDay: platform.prices.ads?.perDay ?? 0,
    });
    if (outcome.outcome !== "refused") return privateJson(outcome, { "cache-control": "no-store" });
    if (outcome.reason === "too-early")
      throw new ProblemError("not-yet", { detail: "The film cannot be over yet." });
    throw gone();
  };
}

function gone(): ProblemError {
  return new ProblemError("offer-gone", { detail: "No film waits for this word." });
}
