import type {
  CheckNotModified,
  CheckResult,
  EntitlementAdapter,
  EpisodeRef,
  GetToken,
  HostServices,
  Playback,
  Wallet,
} from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { type Answer, bodyOf } from "./answer.js";
import { createHttpClient, type HttpClient } from "./client.js";
import { createGuests, type Guests } from "./guests.js";
import { createViewerTokens, type ViewerTokens } from "./viewer-tokens.js";

/** What {@link createHttpAdapter} needs. */
export interface HttpAdapterOptions {
  /** Where the platform is, such as `https://api.example.com`; the protocol's own path is added. */
  readonly endpoint: string;
  /** Default: the one of `createEntitlements`, and that is the page's. */
  readonly fetch?: typeof fetch;
  /** Who is logged in. Default: the one of `createEntitlements`. An empty token means nobody. */
  readonly getToken?: GetToken;
  /**
   * Whether viewers who are not logged in get a guest account of the platform, with a purse of its own. Without it
   * they see prices and must sign in to buy. Default true.
   */
  readonly guests?: boolean;
}

/** What a visit without a purchase does without. */
const later = () => import("./later.js");

/** Platforms hand out the media of a few episodes at a time. */
const MOST_MEDIA = 5;

/**
 * Speaks the protocol with a platform over HTTP. A guest lives in memory until the first purchase gesture.
 * Sends no cookies, follows no redirects.
 *
 * @example
 * const adapter = createHttpAdapter({ endpoint: "https://api.example.com" });
 */
export function createHttpAdapter(options: HttpAdapterOptions): EntitlementAdapter {
  const { endpoint } = options;
  if (typeof endpoint !== "string" || endpoint === "")
    throw new EntitlementError("config", "An endpoint is missing, such as https://api.example.com.");
  let client: HttpClient;
  let guests: Guests | undefined;
  let tokens: ViewerTokens;
  const parts = () => ({ client, tokens, guests });

  return {
    // The endpoint is part of the name, because names keep the stored keys of two platforms apart.
    metadata: { name: `http:${endpoint}`, version: "1" },
    initialize(host: HostServices) {
      const fetch = options.fetch ?? host.fetch;
      client = createHttpClient({ endpoint, fetch, now: host.now, tokens: () => tokens });
      const { post, isEnding } = client;
      guests = options.guests === false ? undefined : createGuests({ storage: host.storage, post, isEnding });
      tokens = createViewerTokens({ getToken: options.getToken ?? host.getToken, guests, isEnding });
    },
    async check(refs, ctx) {
      const series = refs[0]?.series ?? "";
      const query = new URLSearchParams({ episodes: refs.map(({ episode }) => episode).join(",") });
      if (ctx.playbackFor.length > 0) query.set("playback", ctx.playbackFor.slice(0, MOST_MEDIA).join(","));
      const headers = ctx.etag === undefined ? {} : { "if-none-match": ctx.etag };
      const path = `/series/${encodeURIComponent(series)}/access?${query}`;
      const answer = await client.send({ path, headers }, ctx);
      // So that a press need not wait for it.
      later().catch(() => {});
      return readCheck(answer);
    },
    async unlock(request, ctx) {
      const code = await later().catch(() => undefined);
      return code ? code.unlock(parts(), request, ctx) : { outcome: "unknown", sent: false };
    },
    reconcile: async (key, ctx) => (await later()).reconcile(parts(), key, ctx),
    async playback(ref: EpisodeRef, ctx) {
      const path = `/series/${encodeURIComponent(ref.series)}/episodes/${encodeURIComponent(ref.episode)}/playback`;
      return bodyOf<Playback>(await client.send({ path }, ctx));
    },
    async wallet(ctx) {
      return bodyOf<Wallet>(await client.send({ path: "/wallet" }, ctx));
    },
    topUp: async (offerId, ctx) => (await later()).topUp(parts(), offerId, ctx),
    receipts: async (before, ctx) => (await later()).readReceipts(parts(), before, ctx),
    preferences: async (ctx) => (await later()).exchangePreferences(parts(), undefined, ctx),
    setPreferences: async (chosen, ctx) => (await later()).exchangePreferences(parts(), chosen, ctx),
    watched: async (ref, report, ctx) => (await later()).reportWatched(parts(), { ref, report }, ctx),
    startAd: async (ref, offerId, ctx) => (await later()).beginFilm(parts(), { ref, offerId }, ctx),
    hasGuest: () => guests?.proof() !== undefined,
    mergeGuest: async (ctx) => (await later()).merge(parts(), ctx),
    keepViewer: () => guests?.keep(),
  };
}

function readCheck(answer: Answer): CheckResult | CheckNotModified {
  const { etag, quote, serverNow, status } = answer;
  const body = status === 304 ? { notModified: true } : bodyOf<object>(answer);
  const head = { ...(serverNow && { serverNow }), ...(quote && { quote }), ...(etag && { etag }) };
  return { ...body, ...head } as CheckResult | CheckNotModified;
}
