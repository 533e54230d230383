import type { AutoUnlockRule, Price, Receipt, WaitOffer } from "@micro-drama/protocol";
import type { Merged } from "@micro-drama/sdk";

/** What the gate control knows beside the offers: purchases, and what happens without a press. */
export interface AccountView {
  /** The viewer's rule for buying without a press; `null`: there is none. Absent: not known. */
  readonly rule?: AutoUnlockRule | null;
  /** The platform shows receipts. Absent: not known. */
  readonly showsReceipts?: boolean;
  /** What the rule has cost in this visit. Coins. */
  readonly spentByRule: number;
  /** What all locked episodes that are left cost one by one, by the platform's quotes. Absent: not all are quoted. */
  readonly oneByOne?: Price;
  /** Shown in place of the offers, or of the settings, while it is there. */
  readonly purchases?: PurchasesView;
  /** To be told over the film or the sheet, until the viewer has read it. */
  readonly notice?: AccountNotice;
}

/** The purchase history, newest first. */
export interface PurchasesView {
  readonly phase: "loading" | "shown" | "failed";
  readonly receipts: readonly Receipt[];
  /** Asks for what is older. */
  readonly next?: string;
}

/** Something that became true without a press that asked for just that. */
export type AccountNotice =
  /** The viewer's own rule bought this episode. */
  | { readonly type: "bought-by-rule"; readonly number: number; readonly coins: number }
  /** What a guest had bought belongs to the account now. */
  | { readonly type: "merged"; readonly merged: Merged }
  /** The viewer asked for what is theirs, and nothing more was found. */
  | { readonly type: "nothing-restored" }
  /** Sign-in is the page's, and the page did not answer. */
  | { readonly type: "no-sign-in" }
  /** The reminder is set. */
  | { readonly type: "reminded" }
  /** The rule could not be kept: nothing is bought by itself. */
  | { readonly type: "rule-not-kept" };

/** What a viewer can ask for beside taking an offer. */
export type AccountRequest =
  | { readonly type: "show-purchases" }
  | { readonly type: "show-older-purchases" }
  | { readonly type: "hide-purchases" }
  /** Looks again for what the viewer owns. */
  | { readonly type: "restore" }
  | { readonly type: "set-auto-unlock"; readonly rule: AutoUnlockRule | null }
  | { readonly type: "remind"; readonly offer: WaitOffer }
  | { readonly type: "dismiss-notice" };
