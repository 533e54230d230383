import type { EpisodeRef, UnlockResult } from "@micro-drama/protocol";
import { isSameRef, refKey } from "@micro-drama/protocol";
import type { Checks } from "../checks.js";
import { defined } from "../defined.js";
import { isUnderWay } from "../rights.js";
import type { Decline, UnlockState } from "../unlock-state.js";
import { sleep } from "../waiting.js";
import { waitingRefs } from "./affected.js";
import { dropLease } from "./lease.js";
import type { SpendingCore } from "./spending-core.js";
import type { JournalEntry } from "./unlock-journal.js";

/** An unlock's answer that ends it. */
export type FinalResult = Extract<UnlockResult, { readonly outcome: "granted" | "declined" }>;

/** Commits the ends of unlocks, whichever way they came: at once, after a retry, or by asking what became of them. */
export interface Settlement {
  /** Forgets the key: its end is known. */
  forget(entry: JournalEntry): void;
  /** Commits a final answer and forgets the key. */
  settle(entry: JournalEntry, result: FinalResult): Promise<void>;
  /** The request is known never to have reached the platform: back to the offers. */
  neverArrived(entry: JournalEntry): void;
  /** Asks until the episode is granted, at most five times: a purchase may take a moment to show everywhere. */
  expectGrant(ref: EpisodeRef, cause: "after-purchase" | "host"): Promise<boolean>;
}

/** Pauses between the questions of `expectGrant`, in milliseconds. */
const GRANT_PAUSES_MS = [500, 1000, 2000, 4000];

/** Settlement over a core. */
export function createSettlement(core: SpendingCore, checks: Checks): Settlement {
  const { store, journal, rights, platform } = core;
  const forget = (entry: JournalEntry) => {
    journal.end(entry);
    dropLease(core, refKey(entry.ref));
  };
  const isGranted = (ref: EpisodeRef) => store.stateOf(ref).name === "granted";

  const expectGrant: Settlement["expectGrant"] = async (ref, cause) => {
    const signal = core.viewerSignal();
    for (const pauseMs of [0, ...GRANT_PAUSES_MS]) {
      if (pauseMs > 0) await sleep(platform, pauseMs, signal);
      if (signal.aborted) return false;
      await checks.ask([ref], { cause, force: true, playbackFor: [ref.episode] });
      if (isGranted(ref)) return true;
    }
    return false;
  };

  /** It says "granted" and gives nothing. Only a check's word opens the episode. */
  const expectOrDecline = async (ref: EpisodeRef) => {
    if (store.stateOf(ref).name === "unlocking") store.send(ref, { type: "no-answer" });
    if (await expectGrant(ref, "after-purchase")) return;
    if (isUnderWay(store.stateOf(ref)))
      store.send(ref, { type: "declined", decline: Object.freeze({ reason: "policy" }) });
  };

  const grant = async (entry: JournalEntry, result: FinalResult & { readonly outcome: "granted" }) => {
    const { items, receipt, charged } = result;
    checks.invalidate();
    for (const item of items) {
      if (item.state !== "granted") continue;
      const isTarget = isSameRef(item.ref, entry.ref);
      rights.acknowledge(item, isTarget ? defined({ receipt, charged }) : {});
    }
    await Promise.all(waitingRefs(core, entry).map(expectOrDecline));
  };

  const decline = (entry: JournalEntry, result: FinalResult & { readonly outcome: "declined" }) => {
    const { reason, shortfall, availableAt, confirmUrl, offers, quote } = result;
    if (quote) checks.setQuote(entry.ref.series, quote);
    const why: Decline = defined({ reason, shortfall, availableAt, confirmUrl });
    for (const ref of waitingRefs(core, entry)) {
      // The fresh offers are those of the episode on which the viewer pressed.
      const fresh = isSameRef(ref, entry.ref) ? offers : undefined;
      refill(store.send(ref, defined({ type: "declined", decline: why, offers: fresh })), ref);
    }
  };

  /** After a reload the offers are not known: a sheet without any would be a dead end. */
  const refill = (state: UnlockState, ref: EpisodeRef) => {
    if (state.name === "locked" && state.offers.length === 0)
      void checks.ask([ref], { cause: "after-purchase", force: true });
  };

  return {
    expectGrant,
    forget,
    async settle(entry, result) {
      forget(entry);
      if (result.wallet) store.setWallet(result.wallet);
      if (result.outcome === "granted") await grant(entry, result);
      else decline(entry, result);
    },
    neverArrived(entry) {
      forget(entry);
      const failure = Object.freeze({
        code: "never-arrived",
        message: "The request did not reach the platform. Nothing was charged.",
        retryable: true,
      });
      for (const ref of waitingRefs(core, entry)) {
        const type = store.stateOf(ref).name === "unlocking" ? "cancelled" : "never-arrived";
        refill(store.send(ref, { type, failure }), ref);
      }
    },
  };
}
