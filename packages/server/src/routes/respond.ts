import {
  type Access,
  type Catalogue,
  NOW_HEADER,
  type Playback,
  QUOTE_EXPIRES_HEADER,
  QUOTE_HEADER,
  type Quote,
} from "@micro-drama/protocol";
import { admitDevice } from "../access/admit-device.js";
import { createDescription, findEpisode } from "../access/describe-access.js";
import { selectRest, selectRestAmount } from "../access/offers.js";
import { issuePlayback } from "../delivery/issue-playback.js";
import { isId } from "../fields.js";
import type { Call } from "../http/call.js";
import { ProblemError } from "../http/problem.js";
import type { Viewer } from "../identity/authenticate.js";
import type { Platform } from "../platform.js";
import { selectSeriesPrices } from "../pricing/price-list.js";
import { digestEpisodes, signQuote } from "../pricing/quote.js";
import type { Holdings, ViewerKey } from "../store/store.js";

/** The series that a request names. @throws ProblemError `unknown-episode` */
export function findSeries(platform: Platform, call: Call, id: string): Catalogue {
  const catalogue = platform.catalogues.get(id);
  if (!catalogue) throw new ProblemError("unknown-episode", { detail: "There is no such series here." });
  call.notes.series = catalogue.id;
  return catalogue;
}

/** Ids of a query parameter, comma-separated. Undefined: it is absent. @throws ProblemError `invalid-request` */
export function readIds(call: Call, name: string, max: number): readonly string[] | undefined {
  const value = call.url.searchParams.get(name);
  if (value === null) return undefined;
  const ids = value.split(",").filter((id) => id !== "");
  if (ids.length > max) throw new ProblemError("invalid-request", { detail: `${name}: at most ${max} ids` });
  const odd = ids.find((id) => !isId(id));
  if (odd !== undefined)
    throw new ProblemError("invalid-request", { detail: `${name}: '${odd.slice(0, 60)}' is no id` });
  return [...new Set(ids)];
}

/**
 * Access to some episodes; grants among `playbackFor` carry their media, nothing else does. A viewer who plays on as many
 * devices as may be is told so (`withoutPlace: "say"`), or is given the grants without media (`"withhold"`).
 */
export async function describeItems(
  platform: Platform,
  call: Call,
  {
    catalogue,
    holdings,
    viewer,
    episodes,
    playbackFor,
    withoutPlace,
  }: {
    readonly catalogue: Catalogue;
    readonly holdings: Holdings | undefined;
    readonly viewer: Pick<Viewer, "key" | "session"> | undefined;
    readonly episodes: readonly string[];
    readonly playbackFor: readonly string[];
    readonly withoutPlace: "say" | "withhold";
  },
): Promise<readonly Access[]> {
  const describe = createDescription(platform.prices, catalogue, holdings);
  let admitted: Promise<boolean> | undefined;
  return Promise.all(
    episodes.map(async (id) => {
      const item = describe(id);
      if (item.state !== "granted" || viewer === undefined || !playbackFor.includes(id)) return item;
      // Free episodes have no media here, and take no place.
      if (!findEpisode(catalogue, id)?.asset) return item;
      admitted ??= admitDevice(platform, viewer);
      if (!(await admitted))
        return withoutPlace === "withhold"
          ? item
          : { ref: item.ref, rev: holdings?.rev ?? 0, state: "unavailable", reason: "device-limit" };
      const playback = await playbackOf(platform, call, { catalogue, viewer: viewer.key, episode: id });
      return playback ? { ...item, playback } : item;
    }),
  );
}

/** The media of an episode that the caller knows to be granted. */
export async function playbackOf(
  platform: Platform,
  call: Call,
  {
    catalogue,
    viewer,
    episode: id,
  }: {
    readonly catalogue: Catalogue;
    readonly viewer: ViewerKey;
    readonly episode: string;
  },
): Promise<Playback | undefined> {
  const episode = findEpisode(catalogue, id);
  if (!episode) return undefined;
  return issuePlayback(platform.keys, {
    viewer,
    series: catalogue.id,
    episode,
    origin: platform.policy.mediaOrigin(call.request),
    edge: platform.edge,
    now: platform.now(),
  });
}

/** Signs the prices of a series as this viewer sees them now. Undefined: nothing is for sale. */
export async function quoteFor(
  { keys, prices, now }: Platform,
  { catalogue, holdings, viewer }: { catalogue: Catalogue; holdings: Holdings; viewer: ViewerKey },
): Promise<Quote | undefined> {
  const list = selectSeriesPrices(prices, catalogue.id);
  if (!list) return undefined;
  const rest = selectRest(catalogue, holdings);
  const amount = selectRestAmount(list, rest);
  return signQuote(
    keys,
    {
      viewer,
      series: catalogue.id,
      priceList: prices.version,
      episode: list.episode,
      overrides: Object.fromEntries(list.overrides),
      ...(amount === undefined ? {} : { rest: { amount, digest: await digestEpisodes(rest) } }),
    },
    now(),
  );
}

/** The server's clock and the quote as headers: outside the body, so that a 304 can renew them. */
export function freshHeaders(platform: Platform, quote: Quote | undefined): Record<string, string> {
  return {
    [NOW_HEADER]: new Date(platform.now()).toISOString(),
    ...(quote ? { [QUOTE_HEADER]: quote.value, [QUOTE_EXPIRES_HEADER]: quote.expiresAt } : {}),
  };
}
