import { type AdSession, parseAdSessionRequest } from "@micro-drama/protocol";
import { findEpisode } from "../access/describe-access.js";
import { readId } from "../fields.js";
import type { Route } from "../http/call.js";
import { privateJson } from "../http/json-response.js";
import { ProblemError } from "../http/problem.js";
import { readJsonBody } from "../http/read-body.js";
import { attributionOf } from "../identity/attribution.js";
import { type Authenticate, requireViewer } from "../identity/authenticate.js";
import type { Platform } from "../platform.js";
import { OFFER_IDS } from "../pricing/parse-price-list.js";
import { selectSeriesPrices } from "../pricing/price-list.js";
import { findSeries } from "./respond.js";

/** A film that was not seen within this will not be. */
const LIFETIME_MS = 3_600_000;
/** Films begun and not seen: dismissed ones are many, a script's are more. */
const MOST_OPEN = 20;

/** `POST /ad-sessions`: begins to count a rewarded film. What opens the episode is the network's word, see `webhooks`. */
export function adSessionsRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const viewer = await requireViewer(authenticate, call);
    if (!viewer.canSpend)
      throw new ProblemError("forbidden", { detail: "The token's scope has no 'spend'." });
    const { ref, offerId } = parseAdSessionRequest(await readJsonBody(call.request));
    const catalogue = findSeries(platform, call, readId(ref.series, "$.ref.series"));
    const episode = findEpisode(catalogue, readId(ref.episode, "$.ref.episode"));
    if (!episode) throw new ProblemError("unknown-episode", { detail: "There is no such episode here." });
    call.notes.episode = episode.id;
    const { ads } = platform.prices;
    const isOffered = offerId === OFFER_IDS.ad && selectSeriesPrices(platform.prices, catalogue.id)?.ads;
    if (!ads || !isOffered || episode.access !== "locked") throw gone();

    const now = platform.now();
    const id = crypto.randomUUID();
    const begun = await platform.store.beginAd(viewer.key, {
      ...{ id, network: ads.network, series: catalogue.id, episode: episode.id },
      terms: {
        ...attributionOf(platform, call.request, viewer.azp),
        offer: offerId,
        rightsHolder: catalogue.rightsHolder,
        ...(viewer.session === undefined ? {} : { session: viewer.session }),
      },
      at: new Date(now).toISOString(),
      countsFrom: new Date(now + ads.minSeconds * 1000).toISOString(),
      expiresAt: new Date(now + LIFETIME_MS).toISOString(),
      ...{ perDay: ads.perDay, mostOpen: MOST_OPEN },
    });
    if (begun.outcome === "declined" && begun.reason === "offer-gone") throw gone();
    if (begun.outcome === "declined")
      throw new ProblemError("limit-reached", { detail: "There is no film left for today." });
    const unit = ads.unit === undefined ? {} : { unit: ads.unit };
    return privateJson(
      { id, minSeconds: ads.minSeconds, network: ads.network, ...unit } satisfies AdSession,
      {
        "cache-control": "private, no-store",
      },
    );
  };
}

function gone(): ProblemError {
  return new ProblemError("offer-gone", { detail: "No film opens this episode." });
}
