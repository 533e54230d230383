import type {
  AdSession,
  CallContext,
  EpisodeRef,
  MergeResult,
  Preferences,
  ReceiptPage,
  WatchedReport,
} from "@micro-drama/protocol";
import { bodyOf, problemOf } from "./answer.js";
import type { HttpClient } from "./client.js";
import type { Guests } from "./guests.js";
import type { ViewerTokens } from "./viewer-tokens.js";

/** What the routes of an account need. */
export interface AccountParts {
  readonly client: HttpClient;
  readonly tokens: ViewerTokens;
  readonly guests: Guests | undefined;
}

/** `GET /receipts` */
export async function readReceipts(
  { client }: AccountParts,
  before: string | undefined,
  ctx: CallContext,
): Promise<ReceiptPage> {
  const query = before === undefined ? "" : `?${new URLSearchParams({ before })}`;
  return bodyOf(await client.send({ path: `/receipts${query}` }, ctx));
}

/** `GET` and `PUT /preferences` */
export async function exchangePreferences(
  { client }: AccountParts,
  preferences: Preferences | undefined,
  ctx: CallContext,
): Promise<Preferences> {
  const put = preferences && { method: "PUT" as const, body: preferences };
  const answer = await client.send({ path: "/preferences", ...put }, ctx);
  // A platform without this route keeps nothing: a rule counts for this visit, by the SDK's own caps.
  if (problemOf(answer).code === "not-found") return preferences ?? { autoUnlock: null };
  return bodyOf(answer);
}

/** `POST …/watched` */
export async function reportWatched(
  { client }: AccountParts,
  { ref, report }: { readonly ref: EpisodeRef; readonly report: WatchedReport },
  ctx: CallContext,
): Promise<void> {
  const path = `/series/${encodeURIComponent(ref.series)}/episodes/${encodeURIComponent(ref.episode)}/watched`;
  bodyOf(await client.send({ path, body: report }, ctx));
}

/** `POST /ad-sessions` */
export async function beginFilm(
  { client }: AccountParts,
  { ref, offerId }: { readonly ref: EpisodeRef; readonly offerId: string },
  ctx: CallContext,
): Promise<AdSession> {
  return bodyOf(await client.send({ path: "/ad-sessions", body: { ref, offerId } }, ctx));
}

/** `POST /merges`: as the account, with the guest's secret in the body. */
export async function merge(
  { client, tokens, guests }: AccountParts,
  ctx: CallContext,
): Promise<MergeResult> {
  const refreshToken = guests?.proof();
  if (ctx.cause === "viewer") tokens.forget();
  if (!refreshToken || !(await tokens.isSignedIn())) return { outcome: "nothing" };
  // Not "viewer": the page has been asked just now.
  const answer = await client.send({ path: "/merges", body: { refreshToken } }, { ...ctx, cause: "init" });
  const { code } = problemOf(answer);
  const isOver = code === "unknown-guest" || code === "merged-elsewhere";
  if (answer.status < 300 || isOver) guests?.forget();
  // A platform without merges: the guest stays, until it has them.
  if (isOver || code === "not-found") return { outcome: "nothing" };
  return bodyOf(answer);
}
