import type {
  CheckNotModified,
  CheckResult,
  EntitlementAdapter,
  EpisodeRef,
  GetToken,
  HostServices,
  Playback,
  TopUpResult,
  UnlockResult,
  Wallet,
} from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { type Answer, declineOf, errorOf, problemOf } from "./answer.js";
import { createHttpClient, type HttpClient, NotSentError } from "./client.js";
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
    throw new EntitlementError(
      "config",
      "createHttpAdapter needs an endpoint, such as https://api.example.com.",
    );
  let client: HttpClient;
  let guests: Guests | undefined;
  let tokens: ViewerTokens;

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
      return readCheck(await client.send({ path, headers }, ctx));
    },
    async unlock(request, ctx) {
      try {
        const headers = { "idempotency-key": ctx.idempotencyKey };
        return readUnlock(await client.send({ path: "/unlocks", body: request, headers }, ctx));
      } catch (error) {
        if (error instanceof NotSentError) return { outcome: "unknown", sent: false };
        throw error;
      }
    },
    async reconcile(key, ctx) {
      const answer = await client.send({ path: `/unlocks/${encodeURIComponent(key)}` }, ctx);
      // A plain 404 may come from a wrong address; only this code proves that the key was never seen.
      if (problemOf(answer).code === "unknown-key") return { outcome: "unknown", sent: false };
      return readUnlock(answer);
    },
    async playback(ref: EpisodeRef, ctx) {
      const path = `/series/${encodeURIComponent(ref.series)}/episodes/${encodeURIComponent(ref.episode)}/playback`;
      return readBody<Playback>(await client.send({ path }, ctx));
    },
    async wallet(ctx) {
      return readBody<Wallet>(await client.send({ path: "/wallet" }, ctx));
    },
    async topUp(offerId, ctx) {
      const headers = { "idempotency-key": ctx.idempotencyKey };
      const answer = await client.send({ path: "/topups", body: { offerId }, headers }, ctx);
      const reason = declineOf(answer);
      return reason ? { outcome: "declined", reason } : readBody<TopUpResult>(answer);
    },
    keepViewer: () => guests?.keep(),
  };
}

// The bodies below are whatever the platform sent: the SDK parses every answer of every adapter.

function readBody<T>(answer: Answer): T {
  if (answer.status >= 200 && answer.status < 300) return answer.body as T;
  throw errorOf(answer);
}

function readCheck(answer: Answer): CheckResult | CheckNotModified {
  const { etag, quote, serverNow, status } = answer;
  const head = { ...(serverNow !== null && { serverNow }), ...(quote && { quote }) };
  if (status === 304) return { notModified: true, ...head } as CheckNotModified;
  return { ...readBody<CheckResult>(answer), ...head, ...(etag !== null && { etag }) };
}

function readUnlock(answer: Answer): UnlockResult {
  const reason = declineOf(answer);
  if (!reason) return readBody<UnlockResult>(answer);
  const { offers, shortfall, availableAt, wallet, quote = answer.quote } = problemOf(answer);
  return {
    outcome: "declined",
    reason,
    ...(offers && { offers }),
    ...(shortfall && { shortfall }),
    ...(availableAt && { availableAt }),
    ...(wallet && { wallet }),
    ...(quote && { quote }),
  };
}
