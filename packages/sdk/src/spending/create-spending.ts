import type { EpisodeRef, Offer } from "@micro-drama/protocol";
import { EntitlementError, refKey } from "@micro-drama/protocol";
import type { Checks } from "../checks.js";
import type { Core } from "../core.js";
import type { AdPort, Entitlements } from "../entitlements.js";
import { toEntitlementError } from "../failure.js";
import { type Buy, createAutoUnlock } from "./auto-unlock.js";
import { createConfirmations } from "./confirmations.js";
import { watchExpiry } from "./expiry.js";
import { guardSpending } from "./guarded-spending.js";
import { type MergeEnd, mergeGuest } from "./guest-merge.js";
import { createHostAnswers } from "./host-answers.js";
import { createPlaybacks } from "./playbacks.js";
import { createPurchases, type OpenOptions } from "./purchases.js";
import { createSettlement } from "./settlement.js";
import type { SpendingCore } from "./spending-core.js";
import { createTopUps } from "./top-ups.js";
import { createUnlockJournal } from "./unlock-journal.js";

/** The half of the SDK that only a purchase, a timed right or media that did not come with their grant need. */
export interface Spending
  extends Pick<
    Entitlements,
    "playback" | "topUp" | "settleByHost" | "receipts" | "reportWatched" | "rest" | "setAutoUnlock" | "signIn"
  > {
  /** Carries out what the viewer chose; the episode is `unlocking` already. Settles when the attempt rests. */
  open(ref: EpisodeRef, offer: Offer, options: OpenOptions): Promise<void>;
  mergeGuest(): Promise<MergeEnd>;
  /** Fetches the media of granted episodes that have none. */
  prepare(refs: readonly EpisodeRef[]): void;
  /** Takes up the unlocks that an earlier visit or another tab left without an answer. */
  resume(series: string): void;
  /** Asks at once about all that has no answer yet. */
  wake(): void;
  /** Ends what runs by itself. */
  close(): void;
}

/** What the core gives beside itself. */
export interface SpendingParts {
  /** The way of every purchase, whoever began it. */
  readonly buy: Buy;
  readonly ads: AdPort | undefined;
  /** Called with every purchase, before anything of it is sent. */
  readonly keepViewer: () => Promise<void>;
}

/** Puts the parts together. */
export function createSpending(core: Core, checks: Checks, parts: SpendingParts): Spending {
  const { buy, ads, keepViewer } = parts;
  const journal = createUnlockJournal(core.storageOf("unlock:"), core.now);
  const spendingCore: SpendingCore = { ...core, adapter: guardSpending(core.adapter), journal };
  const settlement = createSettlement(spendingCore, checks);
  const confirmations = createConfirmations(spendingCore, settlement);
  const playbacks = createPlaybacks(spendingCore, checks);
  const { open } = createPurchases(spendingCore, { checks, settlement, confirmations, ads, keepViewer });
  const autoUnlock = createAutoUnlock(spendingCore, buy);
  const endExpiry = watchExpiry(core, (refs) => void checks.ask(refs, { cause: "visible", force: true }));
  return {
    open,
    topUp: createTopUps(spendingCore, checks),
    settleByHost: createHostAnswers(core, settlement),
    resume: confirmations.resume,
    wake: confirmations.wake,
    playback: playbacks.fetch,
    prepare: playbacks.prepare,
    rest: autoUnlock.rest,
    setAutoUnlock: autoUnlock.setAutoUnlock,
    mergeGuest: () => mergeGuest(spendingCore),
    async receipts(before) {
      const { receipts } = spendingCore.adapter;
      if (receipts) return receipts(before, { cause: "visible", signal: core.viewerSignal() });
      throw new EntitlementError("unsupported", "The platform shows no receipts.");
    },
    async reportWatched(ref, { session, expiresAt }, seconds) {
      const { watched } = spendingCore.adapter;
      // A playback without an end is not counted by anybody.
      if (!watched || expiresAt === undefined) return;
      const report = { session, expiresAt, seconds: Math.floor(seconds) };
      await watched(ref, report, { cause: "visible", signal: core.viewerSignal() }).catch((error) =>
        core.log("debug", `${refKey(ref)}: what was watched was not noted: ${String(error)}`),
      );
    },
    async signIn() {
      const { signIn } = spendingCore.adapter;
      try {
        return (await signIn?.({ cause: "viewer", signal: core.viewerSignal() })) ?? "unsupported";
      } catch (error) {
        core.log("error", `sign-in failed: ${toEntitlementError(error).message}`);
        return "cancelled";
      }
    },
    close() {
      autoUnlock.close();
      endExpiry();
    },
  };
}
