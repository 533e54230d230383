import type { LedgerProof, LedgerView } from "./ledger-view.js";
import type { Attribution, Identity, ViewerKey } from "./store.js";

/** Gives a purchase or a top-up back. */
export interface RefundOrder {
  /** Id of the journal, as in the viewer's receipt. */
  readonly receipt: string;
  /** Only these episodes of the purchase. Default: all that are not given back yet. */
  readonly episodes?: readonly string[];
  readonly at: string;
  /** Why, in the platform's words. */
  readonly note?: string;
}

/** What a refund did. `unknown-receipt`: this viewer has no such purchase. */
export type RefundOutcome =
  | { readonly outcome: "unknown-receipt" }
  | {
      readonly outcome: "refunded";
      /** True: everything that was asked for had been given back before, and nothing happened. */
      readonly already: boolean;
      /** Id of the refund's own journal. */
      readonly receipt?: string;
      readonly kind: "unlock" | "topup" | "demo-topup";
      /** Coins that came into the wallet; below zero: that were taken out of it, for a top-up. */
      readonly paid: number;
      readonly bonus: number;
      /** What the viewer owes, where a top-up was spent before it was taken back. */
      readonly debt?: number;
      /** Episodes that were given back. */
      readonly episodes: readonly string[];
      /** Those of them that stay open, by another right to them that an account or one of its guests had. */
      readonly kept?: readonly string[];
    };

/** Ends rights without giving coins back. */
export interface RevokeOrder {
  readonly series: string;
  /** Default: every episode of the series. */
  readonly episodes?: readonly string[];
  readonly at: string;
  readonly note?: string;
}

/** What a revocation did. */
export interface RevokeOutcome {
  readonly outcome: "revoked";
  readonly receipt?: string;
  readonly episodes: readonly string[];
}

/** Gives coins, episodes, or both. */
export interface GiftOrder {
  /** The same reference never gives twice. */
  readonly ref: string;
  readonly at: string;
  readonly paid: number;
  readonly bonus: number;
  readonly series?: string;
  readonly episodes?: readonly string[];
  readonly rightsHolder?: string;
  /** When the right to the episodes ends. Default: never. */
  readonly until?: string;
  readonly priceList: string;
  readonly note?: string;
}

/** What a gift did. */
export interface GiftOutcome {
  readonly outcome: "given";
  readonly already: boolean;
  readonly receipt: string;
}

/** Codes of one kind, to be typed by viewers. */
export interface CodesOrder {
  /** SHA-256 of each code; the codes themselves are kept nowhere. */
  readonly digests: readonly string[];
  readonly batch: string;
  readonly series: string;
  /** What a code opens. Default: the one episode for which it is typed. */
  readonly episodes?: readonly string[];
  /** How many viewers may redeem each. */
  readonly uses: number;
  readonly expiresAt?: string;
  readonly at: string;
}

/** Coins by bucket. */
export interface Coins {
  readonly paid: number;
  readonly bonus: number;
}

/** Instants between which a statement looks: from the first on, up to and without the second. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

interface LineFacts {
  readonly at: string;
  readonly origin: string | null;
  readonly placement: string | null;
  readonly series: string | null;
  readonly episode: string;
  readonly rightsHolder: string | null;
  readonly priceList: string;
}

/** One episode that was sold (`unlock`) or given back (`refund`, coins below zero). */
export interface EarningLine extends LineFacts, Coins {
  readonly kind: "unlock" | "refund";
  readonly journal: string;
  readonly offer: string | null;
}

/** One playback session and how much of it was watched. */
export interface WatchLine extends LineFacts {
  readonly kind: "watch";
  readonly session: string;
  readonly seconds: number;
}

/** Some lines in order of time, from one snapshot of the database. */
export interface StatementPage<Line> {
  readonly lines: readonly Line[];
  /** Where the next page begins; absent: this was the last. */
  readonly last?: unknown;
}

/** What the platform's own people do; no viewer can reach it. Every method is one transaction. */
export interface Backoffice {
  /** Makes the viewer unless it is there. */
  openViewer(
    identity: Identity,
    start: Attribution & { readonly at: string; readonly paid: number; readonly bonus: number },
  ): Promise<ViewerKey>;
  findViewer(identity: Identity): Promise<ViewerKey | undefined>;
  /** Whose receipt this is. */
  findBuyer(receipt: string): Promise<ViewerKey | undefined>;
  ledger(viewer: ViewerKey): Promise<LedgerView>;
  refund(viewer: ViewerKey, order: RefundOrder): Promise<RefundOutcome>;
  revoke(viewer: ViewerKey, order: RevokeOrder): Promise<RevokeOutcome>;
  gift(viewer: ViewerKey, order: GiftOrder): Promise<GiftOutcome>;
  /** Gives how many are new. */
  addCodes(order: CodesOrder): Promise<number>;
  /** Lines of what was earned, and beside them what the postings of the same journals say. */
  earnings(period: Period, after?: unknown): Promise<StatementPage<EarningLine> & { readonly posted: Coins }>;
  watched(period: Period, after?: unknown): Promise<StatementPage<WatchLine>>;
  /** What all postings of the period say, whatever the pages said. */
  earned(period: Period): Promise<Coins>;
  proof(): Promise<LedgerProof>;
  /** Things that keep the ledger honest and are missing: triggers, migrations. Empty: all is there. */
  gaps(): Promise<readonly string[]>;
}
