import type { DeclineReason, GrantVia, Preferences } from "@micro-drama/protocol";
import type { AdStore } from "./ad-store.js";
import type { LedgerProof, LedgerView } from "./ledger-view.js";

/** Internal key of a viewer: `(issuer, subject)` with a short name. */
export type ViewerKey = number;

/** Who a token says that somebody is. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** Who earns, and where it happened; written into every journal. */
export interface Attribution {
  /** Origin of the page (the token's `azp`, else the Origin header). */
  readonly origin?: string;
  /** The publisher's own word for the place of the element. */
  readonly placement?: string;
  readonly priceList: string;
}

/** A right that holds now. */
export interface HeldUnlock {
  readonly episode: string;
  readonly via: GrantVia;
  readonly until?: string;
}

/** What a viewer has in one series, from one snapshot of the database. */
export interface Holdings {
  /** Grows with every change of coins or rights. */
  readonly rev: number;
  readonly paid: number;
  readonly bonus: number;
  /** Since when the viewer waits for a free episode: first sight, or the last one that waiting opened. */
  readonly waitSince?: string;
  /** Rewarded films within the last 24 hours. */
  readonly filmsSeen: number;
  readonly unlocks: readonly HeldUnlock[];
}

/** An unlock, priced and ready to be settled in one transaction. */
export interface UnlockOrder extends Attribution {
  readonly key: string;
  /** Digest of the request: the same key with another one is refused. */
  readonly fingerprint: string;
  readonly at: string;
  readonly series: string;
  readonly rightsHolder: string;
  readonly offer: string;
  readonly via: "coins" | "bundle" | "wait" | "gift" | "ad";
  /** Every episode that was asked for, for the answer. */
  readonly episodes: readonly string[];
  /** Those that need a right, with the price of today. Owned ones are left out by the database. */
  readonly items: readonly { readonly episode: string; readonly price: number }[];
  readonly discountPercent: number;
  /** The promised total of a valid quote: charged when it is lower than today's. */
  readonly quoted?: number;
  /** The most that the viewer agreed to; above it the price has changed. */
  readonly ceiling?: number;
  /** A bundle without a promise of its price must cover all of these that are not owned. */
  readonly mustCover?: readonly string[];
  readonly waitSeconds?: number;
  /** Digest of the code that was typed, for `via: "gift"`. */
  readonly code?: string;
  /** Session of the film that was seen, for `via: "ad"`. */
  readonly film?: string;
  /** The token's `sid`. */
  readonly session?: string;
  /** Absent: whoever has the coins may spend them. */
  readonly rules?: SpendRules;
  /** Decided before: applies unless the key is known or everything is owned. */
  readonly refusal?: "price-changed" | "offer-gone";
}

/** What a viewer may not spend although the coins are there. */
export interface SpendRules {
  /** Coins that may be spent since an instant, in one session or on one publisher's pages where that is named. */
  readonly caps: readonly {
    readonly coins: number;
    readonly since: string;
    readonly session?: string;
    readonly origin?: string;
  }[];
  /** A single charge above this needs the viewer's confirmation. Absent: none does, or it is there. */
  readonly confirmAbove?: number;
}

/** How long a playback session was watched, as its player says. */
export interface WatchOrder extends Attribution {
  readonly session: string;
  readonly series: string;
  readonly episode: string;
  readonly rightsHolder: string;
  readonly seconds: number;
  readonly at: string;
}

/** A log-in that asks for media. */
export interface DeviceOrder {
  readonly session: string;
  readonly at: string;
  /** Log-ins that were given no media since then do not count. */
  readonly since: string;
  /** As many may play at once. */
  readonly most: number;
}

interface OutcomeFacts {
  readonly series: string;
  readonly episodes: readonly string[];
  readonly at: string;
  /** True when the key was seen before and this is its first answer. */
  readonly replayed: boolean;
  /** What is true now, whatever the first answer was. */
  readonly holdings: Holdings;
}

/** How an unlock ended. */
export type UnlockOutcome =
  | (OutcomeFacts & {
      readonly outcome: "granted";
      readonly already: boolean;
      /** Coins; null when everything was owned already. */
      readonly charged: number | null;
      /** Id of the journal. */
      readonly receipt?: string;
    })
  | (OutcomeFacts & {
      readonly outcome: "declined";
      readonly reason: Extract<
        DeclineReason,
        | "insufficient-funds"
        | "price-changed"
        | "offer-gone"
        | "not-yet"
        | "limit-reached"
        | "confirmation-required"
      >;
      readonly shortfall?: number;
      readonly availableAt?: string;
    })
  /** The network's word on the film is not there yet. The key will have an end. */
  | (OutcomeFacts & { readonly outcome: "pending" });

/** The key belongs to another request. */
export interface KeyReused {
  readonly outcome: "key-reused";
}

/** Play money to be added. */
export interface TopUpOrder extends Attribution {
  readonly key: string;
  readonly fingerprint: string;
  readonly at: string;
  readonly offer: string;
  readonly kind: "demo-topup";
  readonly coins: number;
}

/** A top-up that was carried out. */
export interface TopUpOutcome {
  readonly outcome: "added";
  readonly receipt: string;
  readonly at: string;
  readonly coins: number;
  readonly replayed: boolean;
  readonly holdings: Holdings;
}

/** How a guest was merged with an account. */
export type MergeOutcome =
  | {
      readonly outcome: "merged";
      readonly already: boolean;
      /** How many came along that the account did not own. */
      readonly episodes: number;
      /** Coins that came back because both had paid. */
      readonly refunded: number;
    }
  | { readonly outcome: "merged-elsewhere" };

/** One receipt as the ledger has it. */
export interface ReceiptRow {
  readonly id: string;
  readonly at: string;
  readonly kind: "unlock" | "topup" | "demo-topup" | "refund" | "gift";
  readonly series: string | null;
  readonly episodes: readonly string[];
  /** Coins that went into the wallet or out of it. */
  readonly paid: number;
  readonly bonus: number;
  readonly reverses: string | null;
}

/**
 * Where rights and coins are kept. Every method is one transaction; one that rejects has changed nothing that
 * the same call, repeated with the same key, would not find.
 */
export interface Store extends AdStore {
  /** Undefined also for a guest who was merged. */
  findViewer(identity: Identity): Promise<ViewerKey | undefined>;
  /** A guest, merged or not. */
  findGuest(identity: Identity): Promise<ViewerKey | undefined>;
  /** Makes the viewer, with coins of welcome, unless it is there. */
  openViewer(
    identity: Identity,
    start: Attribution & { readonly at: string; readonly paid: number; readonly bonus: number },
  ): Promise<ViewerKey>;
  /** Also starts the clock of waiting at the viewer's first sight of the series. */
  access(viewer: ViewerKey, series: string, at: string): Promise<Holdings>;
  /** The same without a trace. */
  holdings(viewer: ViewerKey, series: string, at: string): Promise<Holdings>;
  unlock(viewer: ViewerKey, order: UnlockOrder): Promise<UnlockOutcome | KeyReused>;
  /** Waits for an unlock that is being settled. Undefined: the key never arrived. */
  findOutcome(viewer: ViewerKey, key: string, at: string): Promise<UnlockOutcome | undefined>;
  topUp(viewer: ViewerKey, order: TopUpOrder): Promise<TopUpOutcome | KeyReused>;
  /** Moves everything from a guest to an account, once. Keys of the guest answer to the account afterwards. */
  merge(
    guest: ViewerKey,
    account: ViewerKey,
    order: Attribution & { readonly at: string },
  ): Promise<MergeOutcome>;
  /** Newest first, those of merged guests among them. */
  receipts(
    viewer: ViewerKey,
    page: { readonly limit: number; readonly beforeAt?: string; readonly beforeId?: string },
  ): Promise<readonly ReceiptRow[]>;
  /** Undefined: the viewer never chose. */
  preferences(viewer: ViewerKey): Promise<Preferences | undefined>;
  setPreferences(viewer: ViewerKey, chosen: Preferences, at: string): Promise<Preferences>;
  /** Remembers the seconds of a session, which only grow. Gives what is now known. */
  watched(viewer: ViewerKey, order: WatchOrder): Promise<number>;
  /** Lets a log-in play beside the viewer's others. False: as many as may play at once were given media lately. */
  admit(viewer: ViewerKey, device: DeviceOrder): Promise<boolean>;
  /** Forgets the answers of keys older than that, some at a time; gives how many. */
  prune(before: string, atMost: number): Promise<number>;
  ledger(viewer: ViewerKey): Promise<LedgerView>;
  proof(): Promise<LedgerProof>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Ends after what is under way. */
  close(): Promise<void>;
}
