import type { EpisodeRef, Offer } from "@micro-drama/protocol";
import type { Checks } from "../checks.js";
import type { Core } from "../core.js";
import type { Entitlements } from "../entitlements.js";
import { createConfirmations } from "./confirmations.js";
import { watchExpiry } from "./expiry.js";
import { guardSpending } from "./guarded-spending.js";
import { createHostAnswers } from "./host-answers.js";
import { createPurchases } from "./purchases.js";
import { createSettlement } from "./settlement.js";
import type { SpendingCore } from "./spending-core.js";
import { createTopUps } from "./top-ups.js";
import { createUnlockJournal } from "./unlock-journal.js";

/** The half of the SDK that only a purchase or a timed right needs. */
export interface Spending extends Pick<Entitlements, "topUp" | "settleByHost"> {
  /** Carries out what the viewer chose; the episode is `unlocking` already. Settles when the attempt rests. */
  open(ref: EpisodeRef, offer: Offer, options: { readonly code?: string }): Promise<void>;
  /** Takes up the unlocks that an earlier visit or another tab left without an answer. */
  resume(series: string): void;
  /** Asks at once about all that has no answer yet. */
  wake(): void;
  /** Ends what runs by itself. */
  close(): void;
}

/** Puts the parts together. */
export function createSpending(core: Core, checks: Checks): Spending {
  const journal = createUnlockJournal(core.storageOf("unlock:"), core.now);
  const spendingCore: SpendingCore = { ...core, adapter: guardSpending(core.adapter), journal };
  const settlement = createSettlement(spendingCore, checks);
  const confirmations = createConfirmations(spendingCore, settlement);
  const { open } = createPurchases(spendingCore, { checks, settlement, confirmations });
  return {
    open,
    topUp: createTopUps(spendingCore, checks),
    settleByHost: createHostAnswers(core, settlement),
    resume: confirmations.resume,
    wake: confirmations.wake,
    close: watchExpiry(core, (refs) => void checks.ask(refs, { cause: "visible", force: true })),
  };
}
