import type { GrantVia } from "@micro-drama/protocol";
import type { Holdings } from "./store.js";

/** A viewer's rows as they stand, newest first, for reading. */
export interface LedgerView {
  readonly wallet: Pick<Holdings, "paid" | "bonus" | "rev"> & {
    /** Coins that were spent before their payment was called back. */
    readonly debt: number;
  };
  readonly unlocks: readonly LedgerUnlock[];
  /** How keyed requests ended. */
  readonly keys: readonly LedgerKey[];
  readonly journals: readonly LedgerJournal[];
  /** Of this viewer alone. */
  readonly proof: LedgerProof;
}

/** One right, present or past. */
export interface LedgerUnlock {
  readonly series: string;
  readonly episode: string;
  readonly state: "active" | "revoked" | "refunded";
  readonly via: GrantVia;
  readonly price: number;
  /** Id of the journal that gave it. */
  readonly journal: string;
  readonly at: string;
  readonly until: string | null;
  /** 1 for the first purchase, 2 after it was bought again. */
  readonly generation: number;
}

/** One idempotency key and what it led to. */
export interface LedgerKey {
  readonly key: string;
  readonly kind: "unlock" | "topup";
  readonly at: string;
  readonly outcome: string;
  readonly reason: string | null;
}

/** One journal with its lines. */
export interface LedgerJournal {
  /** The receipt's id. */
  readonly id: string;
  readonly kind: "welcome" | "topup" | "demo-topup" | "unlock" | "refund" | "revoke" | "gift" | "merge";
  /** What caused it: the idempotency key of an unlock or top-up. */
  readonly ref: string;
  readonly at: string;
  readonly offer: string | null;
  readonly origin: string | null;
  readonly placement: string | null;
  readonly series: string | null;
  readonly rightsHolder: string | null;
  readonly priceList: string;
  /** The journal that a refund takes back. */
  readonly reverses: string | null;
  /** The platform's own words. */
  readonly note: string | null;
  readonly items: readonly {
    readonly episode: string;
    readonly price: number;
    readonly generation: number;
  }[];
  /** Sum to zero in each bucket. */
  readonly postings: readonly {
    readonly line: number;
    readonly account: "wallet" | "issued" | "earned" | "debt" | "merged";
    readonly bucket: "paid" | "bonus";
    readonly amount: number;
  }[];
}

/** Counts that are 0, or the ledger is broken. */
export interface LedgerProof {
  readonly journals: number;
  readonly sum: number;
  readonly unbalanced: number;
  readonly walletsOff: number;
  readonly chargedWithoutGrant: number;
  readonly grantedWithoutJournal: number;
  /** Journals whose episodes do not add up to what was posted. */
  readonly itemsOff: number;
  readonly refundedTwice: number;
  /** Rights that stayed although their purchase was given back. */
  readonly openAfterRefund: number;
  /** Codes whose count of uses is not that of their redemptions. */
  readonly codesOff: number;
  /** Coins that left guests and did not arrive, or the other way round. */
  readonly mergesOff: number;
  /** Merged guests who still have coins. */
  readonly coinsLeftBehind: number;
}
