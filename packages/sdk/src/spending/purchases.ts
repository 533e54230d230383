import type { DeclineReason, EpisodeRef, Offer, UnlockRequest, UnlockResult } from "@micro-drama/protocol";
import { type EntitlementError, refKey } from "@micro-drama/protocol";
import type { Checks } from "../checks.js";
import { defined } from "../defined.js";
import type { AdPort } from "../entitlements.js";
import { toEntitlementError } from "../failure.js";
import { backoffMs, mayRepeat, sleep } from "../waiting.js";
import { waitingRefs } from "./affected.js";
import type { Confirmations } from "./confirmations.js";
import { runExclusively } from "./exclusive.js";
import { type FilmResult, showFilm } from "./films.js";
import type { Settlement } from "./settlement.js";
import type { SpendingCore } from "./spending-core.js";
import type { JournalEntry } from "./unlock-journal.js";

/** How often and for how long one key is sent before the answer is looked for in another way. */
const MOST_TRIES = 5;
const BUDGET_MS = 30_000;
/** Once a try may have arrived, the viewer is told so ("confirming") soon instead of being left to wait. */
const UNANSWERED_MS = 8000;

/**
 * Errors with which a backend says that it did not carry the request out, and the word for it that viewers get.
 * Any other error leaves open whether money moved.
 */
const REFUSALS: { readonly [Code in EntitlementError["code"]]?: DeclineReason } = {
  "auth-required": "sign-in-required",
  "auth-expired": "sign-in-required",
  forbidden: "policy",
  "bad-request": "policy",
  "not-found": "policy",
  config: "policy",
  unsupported: "policy",
  "rate-limited": "limit-reached",
};

/** Opens episodes through offers: one request, one key, whatever happens on the way. */
export interface Purchases {
  /** Carries out what the viewer chose; the episode is `unlocking` already. Settles when the attempt rests. */
  open(ref: EpisodeRef, offer: Offer, options: OpenOptions): Promise<void>;
}

/** What the press was accompanied by. */
export interface OpenOptions {
  readonly code?: string;
  /** There was none: the viewer's rule buys. */
  readonly isAutomatic?: true;
}

/** What purchases need beside the core. */
export interface PurchaseParts {
  readonly checks: Checks;
  readonly settlement: Settlement;
  readonly confirmations: Confirmations;
  readonly ads: AdPort | undefined;
  /** From now on a guest is the browser's. */
  readonly keepViewer: () => Promise<void>;
}

/** Purchases over a core. */
export function createPurchases(core: SpendingCore, parts: PurchaseParts): Purchases {
  const { store, journal } = core;
  const { checks, settlement, confirmations, keepViewer } = parts;

  const open: Purchases["open"] = async (ref, offer, options) => {
    const signal = core.viewerSignal();
    // What a film earned belongs to who began it.
    if (offer.kind === "ad") await keepViewer();
    const film = offer.kind === "ad" ? await filmFor(ref, offer, signal) : undefined;
    if (signal.aborted) return;
    if (film && "failure" in film) return void store.send(ref, { type: "cancelled", failure: film.failure });
    await runExclusively(core, refKey(ref), signal, async (isContended) => {
      // Another tab has just been at it: it may be open by now.
      if (isContended) await checks.ask([ref], { cause: "after-purchase", force: true });
      if (signal.aborted || store.stateOf(ref).name !== "unlocking") return;
      // Not before: a tab that keeps its own guest while another one buys takes the place of that one's, unseen.
      await keepViewer();
      if (signal.aborted) return;
      const quote = checks.quoteOf(ref.series)?.value;
      const request = toRequest(ref, offer, { ...options, ...film, quote });
      const known = journal.find(ref);
      if (known && isSameWish(known.request, request)) return send(known, { mayHaveArrived: true, signal });
      // Another wish for this episode has no answer yet. Where the backend can say what became of it, that comes first.
      if (!known || !core.adapter.reconcile)
        return send(journal.begin(ref, request), { mayHaveArrived: false, signal });
      store.send(ref, { type: "no-answer" });
      confirmations.watch(known, { isOwn: false });
    });
  };

  /** No film for a request that was sent already and has no answer. */
  const filmFor = async (ref: EpisodeRef, offer: Offer, signal: AbortSignal): Promise<FilmResult> => {
    const known = journal.find(ref)?.request;
    if (known?.offerId === offer.id) return { adSession: known.evidence?.adSession ?? "" };
    return showFilm(core, parts.ads, { ref, offer, signal });
  };

  const send = async (entry: JournalEntry, delivery: Delivery) => {
    const result = await deliver(core, entry, delivery);
    const { signal } = delivery;
    if (signal.aborted) return;
    if (result.outcome === "granted" || result.outcome === "declined")
      return settlement.settle(entry, result);
    if (result.outcome === "unknown" && !result.sent) return settlement.neverArrived(entry);
    const type = result.outcome === "pending" ? "accepted" : "no-answer";
    for (const ref of waitingRefs(core, entry))
      if (store.stateOf(ref).name === "unlocking") store.send(ref, { type });
    confirmations.watch(entry, { isOwn: true });
  };

  return { open };
}

/** How a key is to be sent. */
interface Delivery {
  /** An earlier visit or another tab sent this key already. */
  readonly mayHaveArrived: boolean;
  readonly signal: AbortSignal;
}

/** Sends one key until there is an answer or the budget is spent. */
async function deliver(core: SpendingCore, entry: JournalEntry, delivery: Delivery): Promise<UnlockResult> {
  const { adapter, platform } = core;
  const { signal } = delivery;
  const startedAt = platform.monotonicNow();
  let { mayHaveArrived } = delivery;
  for (let attempt = 1; ; attempt += 1) {
    let pauseMs = backoffMs(platform, attempt);
    try {
      const cause = attempt === 1 ? "after-purchase" : "retry";
      const result = await adapter.unlock(entry.request, entry.key, { cause, attempt, signal });
      if (result.outcome !== "unknown") return result;
      mayHaveArrived ||= result.sent;
    } catch (thrown) {
      const error = toEntitlementError(thrown);
      core.log("warn", `${refKey(entry.ref)}: try ${attempt} failed: ${error.message}`);
      const refusal = REFUSALS[error.code];
      if (refusal && !(error.code === "rate-limited" && error.retryAfterMs !== undefined)) {
        // A refusal of this try says nothing about an earlier one that got no answer.
        return mayHaveArrived ? { outcome: "unknown", sent: true } : refuse(core, entry, refusal, signal);
      }
      mayHaveArrived ||= refusal === undefined;
      pauseMs = Math.max(pauseMs, error.retryAfterMs ?? 0);
    }
    const elapsedMs = platform.monotonicNow() - startedAt;
    if (
      attempt === MOST_TRIES ||
      elapsedMs + pauseMs > (mayHaveArrived ? UNANSWERED_MS : BUDGET_MS) ||
      signal.aborted ||
      !mayRepeat(platform)
    )
      return { outcome: "unknown", sent: mayHaveArrived };
    await sleep(platform, pauseMs, signal);
  }
}

/**
 * The end of a refused try, unless the platform knows the key: Chromium repeats a request by itself when the connection
 * breaks on which it went, so that what was refused may have been the repetition of one that was carried out.
 */
async function refuse(
  { adapter }: SpendingCore,
  { key }: JournalEntry,
  reason: DeclineReason,
  signal: AbortSignal,
): Promise<UnlockResult> {
  const known = await adapter.reconcile?.(key, { cause: "after-purchase", signal }).catch(() => undefined);
  const isKnown = known && (known.outcome !== "unknown" || known.sent);
  return isKnown ? known : { outcome: "declined", reason };
}

function toRequest(
  ref: EpisodeRef,
  offer: Offer,
  {
    code,
    adSession,
    quote,
    isAutomatic,
  }: OpenOptions & { readonly adSession?: string; readonly quote: string | undefined },
): UnlockRequest {
  const { series } = ref;
  const others = offer.kind === "bundle" ? offer.episodes.filter((episode) => episode !== ref.episode) : [];
  const evidence = defined({ code, adSession });
  return defined({
    refs: [ref, ...others.map((episode) => ({ series, episode }))],
    offerId: offer.id,
    quote,
    maxPrice: offer.kind === "coins" || offer.kind === "bundle" ? offer.price : undefined,
    evidence: code === undefined && adSession === undefined ? undefined : evidence,
    isAutomatic,
  });
}

/** Two presses mean the same when they would buy the same for the same. Quotes differ from answer to answer. */
function isSameWish(a: UnlockRequest, b: UnlockRequest): boolean {
  // A bundle is the same from whichever of its episodes it is bought.
  const wish = ({ quote: _quote, ...rest }: UnlockRequest) =>
    JSON.stringify([rest.offerId, rest.refs.map(refKey).sort(), rest.maxPrice?.amount, rest.evidence?.code]);
  return wish(a) === wish(b);
}
