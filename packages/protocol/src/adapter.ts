import type { Access, Playback, Quote, Receipt, ReceiptPage, Wallet } from "./access.js";
import type { Iso } from "./json.js";
import type { Coins, Offer, Price } from "./offer.js";
import type { EpisodeRef } from "./ref.js";

/** What every call of an adapter is told. */
export interface CallContext {
  /** Aborted at the deadline or when nobody needs the answer any more. */
  readonly signal: AbortSignal;
  /** 1 for the first try of a call, 2 for its first repetition. */
  readonly attempt: number;
  readonly cause: "init" | "swipe" | "visible" | "after-purchase" | "viewer" | "retry" | "host";
  /** Where the element stands, in the publisher's words (attribution). */
  readonly placement?: string;
  /** BCP 47 tag for labels. */
  readonly locale: string;
}

/** Context of calls that move money: the key makes them exactly-once. */
export interface KeyedCallContext extends CallContext {
  /** UUID, 36 characters. The same key always means the same request. */
  readonly idempotencyKey: string;
}

/** Context of a check. */
export interface CheckContext extends CallContext {
  /** Tag of the last answer; a backend may then say that nothing changed. */
  readonly etag?: string;
  /** Episode ids whose grants should carry `playback` (the current one and its neighbours). */
  readonly playbackFor: readonly string[];
}

/** Answer to a check. Every ref that was asked for has an item. */
export interface CheckResult {
  readonly items: readonly Access[];
  readonly wallet?: Wallet;
  readonly quote?: Quote;
  readonly serverNow: Iso;
  readonly etag?: string;
  /**
   * A name for whom the answer is about, made up by the backend and the same from answer to answer. Every `rev` counts the
   * changes of one viewer: under another name they begin anew. Absent: whoever was meant before.
   */
  readonly viewer?: string;
  /** How long the answer may be used without asking again. Default 60,000. */
  readonly ttlMs?: number;
}

/** Nothing changed since the answer with that tag; prices may have been signed anew. */
export interface CheckNotModified {
  readonly notModified: true;
  readonly serverNow: Iso;
  readonly quote?: Quote;
}

/** Asks for one or more episodes of one series to be opened through one offer. */
export interface UnlockRequest {
  readonly refs: readonly EpisodeRef[];
  readonly offerId: string;
  /** `Quote.value` of the answer in which the viewer saw the offer. */
  readonly quote?: string;
  /** The most that the viewer agreed to pay. */
  readonly maxPrice?: Price;
  readonly evidence?: { readonly code?: string; readonly adSession?: string };
  /** The viewer's auto-unlock rule bought, not a press. Absent: a press. A backend holds it against the rule. */
  readonly isAutomatic?: true;
}

/** Why an unlock was refused. Unknown words of newer servers are read as `policy`. */
export type DeclineReason =
  | "insufficient-funds"
  | "price-changed"
  | "offer-gone"
  | "not-yet"
  | "limit-reached"
  | "confirmation-required"
  | "sign-in-required"
  | "cancelled"
  | "policy";

/** Answer to an unlock. */
export type UnlockResult =
  | {
      readonly outcome: "granted";
      readonly items: readonly Access[];
      /** `null` when nothing was charged because the viewer owned it already. */
      readonly charged: Price | null;
      readonly already: boolean;
      readonly wallet?: Wallet;
      readonly receipt?: Receipt;
    }
  | { readonly outcome: "pending"; readonly retryAfterMs: number }
  | {
      readonly outcome: "declined";
      readonly reason: DeclineReason;
      /** Fresh offers; absent: the ones already known stay. */
      readonly offers?: readonly Offer[];
      readonly shortfall?: Price;
      readonly availableAt?: Iso;
      /** Where the viewer confirms a `confirmation-required`, as an absolute http(s) URL. */
      readonly confirmUrl?: string;
      readonly wallet?: Wallet;
      readonly quote?: Quote;
    }
  | {
      /** `sent: true`: it may have arrived, money may have moved. `false`: the backend never saw the key. */
      readonly outcome: "unknown";
      readonly sent: boolean;
    };

/** Answer to a top-up. */
export type TopUpResult =
  | { readonly outcome: "added"; readonly wallet: Wallet; readonly receipt?: Receipt }
  | { readonly outcome: "pending"; readonly retryAfterMs: number }
  | { readonly outcome: "declined"; readonly reason: DeclineReason };

/** Answer to a merge of a guest with the account of the viewer who signed in. */
export type MergeResult =
  | {
      readonly outcome: "merged";
      /** True when an earlier request had merged them already. */
      readonly already: boolean;
      /** How many episodes came along that the account did not own. */
      readonly episodes: number;
      /** What came back because both had paid for the same episode; `null`: nothing was paid twice. */
      readonly refunded: Price | null;
      /** The account's wallet afterwards. */
      readonly wallet: Wallet;
    }
  /** There is no guest, nobody is signed in, or the guest is over. */
  | { readonly outcome: "nothing" };

/** A rewarded film that the platform has begun to count. */
export interface AdSession {
  /** Sent back as `evidence.adSession`. */
  readonly id: string;
  /** An unlock sooner than this is declined. */
  readonly minSeconds: number;
  readonly network: string;
  readonly unit?: string;
}

/** Buy the next episode without a press, inside these limits. The platform enforces them too. */
export interface AutoUnlockRule {
  /** The most that one episode may cost. */
  readonly maxPerEpisode: Coins;
  /** The most that one visit may cost. */
  readonly maxPerVisit: Coins;
}

/** How much of one playback was watched. Creators are paid by it. */
export interface WatchedReport {
  /** `Playback.session`. */
  readonly session: string;
  /** `Playback.expiresAt`, which is signed together with the session. */
  readonly expiresAt: Iso;
  /** Whole seconds of this playback so far; a later report replaces an earlier one. */
  readonly seconds: number;
}

/** What the viewer chose, kept by the platform. */
export interface Preferences {
  /** `null`: ask before every purchase. */
  readonly autoUnlock: AutoUnlockRule | null;
}

/** What the SDK lends to an adapter. */
export interface HostServices {
  readonly fetch: typeof fetch;
  /** The page's own way to say who its logged-in viewer is. Absent: guests. */
  readonly getToken?: GetToken;
  /**
   * Small durable storage; writes fail silently where the page allows none. What stands under `purchase:` is removed
   * when the viewer becomes somebody else.
   */
  readonly storage: KeyValueStorage;
  readonly now: () => number;
  readonly log: (level: "debug" | "warn" | "error", message: string) => void;
}

/** Asks the page for the viewer's token. `refused`: the last one got a 401. An empty string means "nobody is logged in". */
export type GetToken = (request: {
  readonly reason: "init" | "refused" | "expired";
  readonly signal: AbortSignal;
}) => Promise<string>;

/** Storage with string keys and values. Never throws; `null` for what is not there. */
export interface KeyValueStorage {
  get(key: string): string | null;
  /** Returns false when the value could not be kept. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  keys(): readonly string[];
}

/** What an adapter tells of its own accord. */
export type AdapterSignal =
  | { readonly type: "access-changed"; readonly refs?: readonly EpisodeRef[] }
  | { readonly type: "viewer-changed" };

/**
 * The port between the player and any backend. Three members are required; everything else is optional
 * and detected. Called by the SDK only. Every method may reject (with an `EntitlementError` or anything
 * else): a rejected `check` leaves episodes locked, a rejected `unlock` leaves them `confirming` unless
 * the error is one that proves that nothing was sent. Arguments are frozen; results are parsed.
 */
export interface EntitlementAdapter {
  readonly metadata: { readonly name: string; readonly version: string };
  /** May this viewer play these episodes, all of one series, and for what? */
  check(refs: readonly EpisodeRef[], ctx: CheckContext): Promise<CheckResult | CheckNotModified>;
  /** Opens episodes through an offer. The same `idempotencyKey` must never charge twice. */
  unlock(request: UnlockRequest, ctx: KeyedCallContext): Promise<UnlockResult>;
  /** Called once before any other method. */
  initialize?(host: HostServices): Promise<void> | void;
  /** What became of the unlock with this key. `unknown` with `sent: false`: it never arrived. */
  reconcile?(idempotencyKey: string, ctx: CallContext): Promise<UnlockResult>;
  /** A fresh `Playback` for a granted episode. */
  playback?(ref: EpisodeRef, ctx: CallContext): Promise<Playback>;
  wallet?(ctx: CallContext): Promise<Wallet>;
  /** Carries out a top-up offer whose action is `adapter`. */
  topUp?(offerId: string, ctx: KeyedCallContext): Promise<TopUpResult>;
  /** The purchase history, newest first; `before` is the `next` of the page before. */
  receipts?(before: string | undefined, ctx: CallContext): Promise<ReceiptPage>;
  /** Takes note of how much was watched. Losing a report is no harm: the next one says it all. */
  watched?(ref: EpisodeRef, report: WatchedReport, ctx: CallContext): Promise<void>;
  /** Begins to count a rewarded film. */
  startAd?(ref: EpisodeRef, offerId: string, ctx: CallContext): Promise<AdSession>;
  preferences?(ctx: CallContext): Promise<Preferences>;
  /** Keeps the viewer's choice. Answers with what counts from now on, which may be stricter. */
  setPreferences?(preferences: Preferences, ctx: CallContext): Promise<Preferences>;
  /** Whether this browser has a guest that a merge could move. Asked before the first check; absent: no guests. */
  hasGuest?(): boolean;
  /**
   * Moves what the guest of this browser owns to the account of the viewer who signed in. Must be repeatable: the same
   * guest is merged once, and an episode that both own is paid once.
   */
  mergeGuest?(ctx: CallContext): Promise<MergeResult>;
  /** Opens the platform's sign-in; called inside the viewer's gesture. */
  signIn?(ctx: CallContext): Promise<"signed-in" | "cancelled">;
  /** Called after the first purchase gesture: what the viewer owns must now survive a reload. */
  keepViewer?(): void;
  /** The page says that it opened the episode itself. For adapters with no backend that could know of it (`static`). */
  hostGranted?(ref: EpisodeRef): void;
  /** Subscribes to changes; returns the way to end it. */
  onSignal?(listener: (signal: AdapterSignal) => void): () => void;
  close?(): void;
}
