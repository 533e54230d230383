import type { CheckResult } from "@micro-drama/protocol";
import { toWallet } from "../access/describe-access.js";
import type { Route } from "../http/call.js";
import { createEtag, isNoneMatch, privateText } from "../http/json-response.js";
import type { Authenticate, Viewer } from "../identity/authenticate.js";
import { toBase64Url } from "../keys.js";
import { MAX_REFS } from "../ledger/parse-unlock-request.js";
import type { Platform } from "../platform.js";
import { sha256 } from "../sha256.js";
import { describeItems, findSeries, freshHeaders, quoteFor, readIds } from "./respond.js";
import { writeFacts } from "./write-facts.js";

/** How long a player may use an answer without asking again. */
const TTL_MS = 60_000;
/** The current episode and its neighbours; more URLs than that are only there to leak. */
const MAX_PLAYBACKS = 5;

/** A name that tells one viewer from another and nothing else: neither the publisher's own name, nor how many there are. */
async function nameOf({ issuer, subject }: Viewer): Promise<string> {
  return toBase64Url((await sha256(JSON.stringify([issuer, subject]))).slice(0, 12));
}

/** `GET /series/:series/access?episodes=a,b&playback=a`: may this viewer play these, and for what? */
export function accessRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const catalogue = findSeries(platform, call, call.params.series ?? "");
    const playbackFor = readIds(call, "playback", MAX_PLAYBACKS) ?? [];
    const episodes =
      readIds(call, "episodes", MAX_REFS) ?? catalogue.episodes.slice(0, MAX_REFS).map(({ id }) => id);
    const who = await authenticate(call);
    const serverNow = new Date(platform.now()).toISOString();
    const holdings = who && (await platform.store.access(who.key, catalogue.id, serverNow));

    const facts = {
      items: await describeItems(platform, call, {
        catalogue,
        holdings,
        viewer: who,
        episodes,
        playbackFor,
        withoutPlace: "say",
      }),
      ...(holdings ? { wallet: toWallet(platform.prices, holdings), viewer: await nameOf(who) } : {}),
      ttlMs: TTL_MS,
    } satisfies Omit<CheckResult, "serverNow">;
    // A hundred offers are 100 kB: written once, for the tag and for the answer, which adds the time alone.
    const text = writeFacts(facts);
    const etag = await createEtag(text);
    const quote = who && holdings && (await quoteFor(platform, { catalogue, holdings, viewer: who.key }));
    const headers = { ...freshHeaders(platform, quote), etag };
    if (isNoneMatch(call.request, etag))
      return new Response(null, {
        status: 304,
        headers: { ...headers, "cache-control": "private, no-cache" },
      });
    return privateText(`${text.slice(0, -1)},"serverNow":"${serverNow}"}`, headers);
  };
}
