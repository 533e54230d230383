import type {
  AdSession,
  AutoUnlockRule,
  CallContext,
  EntitlementAdapter,
  EpisodeRef,
  GetToken,
  KeyValueStorage,
  MergeResult,
  Offer,
  Playback,
  ReceiptPage,
  TopUpResult,
  Wallet,
} from "@micro-drama/protocol";
import type { Platform } from "./platform.js";
import type { UnlockState } from "./unlock-state.js";

/** What {@link createEntitlements} needs. Everything but the adapter has a default. */
export interface EntitlementsOptions {
  readonly adapter: EntitlementAdapter;
  /** How the page says who its logged-in viewer is. Absent: the adapter's guests. */
  readonly getToken?: GetToken;
  /** Where keys of unlocks in flight and a guest's ownership live. Default: `localStorage`, else memory. */
  readonly storage?: KeyValueStorage;
  /** The publisher's name for the place of the element (attribution). */
  readonly placement?: string;
  /** BCP 47 tag for labels. Default `en`. */
  readonly locale?: string;
  readonly fetch?: typeof fetch;
  /** Shows rewarded films. Absent: offers of the kind `ad` end with the failure `ad-unavailable`. */
  readonly ads?: AdPort;
  /** Milliseconds since the epoch by the device; used for waiting only, never to decide. */
  readonly now?: () => number;
  /** Told what a developer should know. Default: silence. */
  readonly log?: (level: "debug" | "warn" | "error", message: string) => void;
  /** Timers, monotonic clock, Web Locks and window events, where the ones of the environment do not serve. */
  readonly platform?: Partial<Platform>;
}

/** A frozen picture of all that is known about this viewer. A new object after every change. */
export interface EntitlementsSnapshot {
  /** Keyed by `refKey(ref)`. Episodes never asked for are absent, which means `unknown`. */
  readonly states: ReadonlyMap<string, UnlockState>;
  readonly wallet?: Wallet;
  /** `stale`: the last check failed and what is shown may be old. */
  readonly status: "not-ready" | "ready" | "stale" | "fatal";
  /** The viewer's rule for buying without a press; `null`: there is none. Absent: not known yet. */
  readonly autoUnlock?: AutoUnlockRule | null;
  /** What came along when a guest's purchases were moved to the account, to be told to the viewer. */
  readonly merged?: Merged;
}

/** What a merge brought. */
export type Merged = Extract<MergeResult, { readonly outcome: "merged" }>;

/** Shows rewarded films. None is built in: this is where a page plugs its network in. */
export interface AdPort {
  /**
   * Shows one film; called inside the viewer's gesture's consequences. `completed` counts, `dismissed` means the viewer
   * left it early, `unavailable` that there was none to show. What it throws is read as `unavailable`.
   */
  show(
    film: AdSession & { readonly ref: EpisodeRef },
    ctx: { readonly signal: AbortSignal },
  ): Promise<"completed" | "dismissed" | "unavailable">;
}

/** How a check is asked for. */
export interface CheckOptions {
  readonly cause: CallContext["cause"];
  /** Ids of the episodes (current and neighbours) whose grants should bring their media along. */
  readonly playbackFor?: readonly string[];
  /** Ask although the last answer is still fresh. Default false. */
  readonly force?: boolean;
}

/**
 * Asks an adapter what this viewer may play, and keeps the answers.
 * One owner of access for a page: everything the player shows about locks is derived from `snapshot`.
 * No method rejects but `playback` and `receipts`.
 */
export interface Entitlements {
  readonly snapshot: EntitlementsSnapshot;
  stateOf(ref: EpisodeRef): UnlockState;
  /** Told at once with the present snapshot, then once per microtask in which something changed. Returns the way to end it. */
  subscribe(listener: (snapshot: EntitlementsSnapshot) => void): () => void;
  /** One batched question for episodes of one series. Settles when the states are committed. */
  check(refs: readonly EpisodeRef[], options: CheckOptions): Promise<void>;
  /**
   * Opens an episode through one of its offers. Settles with the state in which the attempt came to rest; `pending`
   * and `confirming` are such states too, and subscribers are told what becomes of them. A second call meanwhile
   * gets the same promise.
   */
  unlock(ref: EpisodeRef, offer: Offer, options?: { readonly code?: string }): Promise<UnlockState>;
  /**
   * Lets the page decide instead of the backend: `true` asks the adapter for the truth again (with retries, expecting
   * a grant) and, where the adapter has nothing to say (`static`), grants `via: "host"`. With `playback` the page's word
   * is enough, until the viewer changes. Used by `respondWith`.
   */
  settleByHost(ref: EpisodeRef, answer: HostAnswer): Promise<UnlockState>;
  /** Adds coins through a top-up offer whose action is `adapter`, then asks again about `ref`. */
  topUp(
    ref: EpisodeRef,
    offer: Offer,
  ): Promise<TopUpResult | { readonly outcome: "failed"; readonly message: string }>;
  /** Fresh media URL for a granted episode. @throws EntitlementError */
  playback(ref: EpisodeRef, signal?: AbortSignal): Promise<Playback>;
  /**
   * Says where the viewer rests; nothing while a swipe or a hidden page. After one second at rest on a locked episode
   * the viewer's rule may buy it. Call it with every change of place.
   */
  rest(ref: EpisodeRef | undefined): void;
  /**
   * Says how many seconds of a playback were watched so far; creators are paid by it. Call it now and then, and when the
   * episode is left. A lost report is no harm. Never rejects.
   */
  reportWatched(
    ref: EpisodeRef,
    playback: Pick<Playback, "session" | "expiresAt">,
    seconds: number,
  ): Promise<void>;
  /** Keeps the viewer's rule for buying without a press; `null` ends it. Resolves to what counts from now on. */
  setAutoUnlock(rule: AutoUnlockRule | null): Promise<AutoUnlockRule | null>;
  /** What the viewer bought and got back, newest first. @throws EntitlementError */
  receipts(before?: string): Promise<ReceiptPage>;
  /** Opens the platform's sign-in; call it inside the viewer's gesture. */
  signIn(): Promise<"signed-in" | "cancelled" | "unsupported">;
  /** The viewer became somebody else (the page logged in or out): forget rights, ask again. */
  viewerChanged(): Promise<void>;
  /** Asks again, at once, about all that is uncertain. Call it when the page becomes visible; `online` is heard anyway. */
  wake(): void;
  /** The server's clock, extrapolated from its last answer. Milliseconds since the epoch. */
  serverNow(): number;
  /** Ends timers, subscriptions and requests; unlocks in flight keep their stored keys. */
  close(): void;
}

/** What a page answers in `drama-unlock-request`'s `respondWith`. */
export type HostAnswer =
  | { readonly outcome: "granted"; readonly playback?: Playback }
  | { readonly outcome: "declined"; readonly message?: string }
  | { readonly outcome: "cancelled" };
