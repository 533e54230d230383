import type { EpisodeRef, UnlockResult } from "@micro-drama/protocol";
import { isSameRef } from "@micro-drama/protocol";
import type { Checks } from "../checks.js";
import { defined } from "../defined.js";
import { isUnderWay } from "../rights.js";
import type { Decline, UnlockState } from "../unlock-state.js";
import { sleep } from "../waiting.js";
import type { SpendingCore } from "./spending-core.js";
import type { JournalEntry } from "./unlock-journal.js";

/** An unlock's answer that ends it. */
export type FinalResult = Extract<UnlockResult, { readonly outcome: "granted" | "declined" }>;

/** Commits the ends of unlocks, whichever way they came: at once, after a retry, or by asking what became of them. */
export interface Settlement {
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

  const grant = async (entry: JournalEntry, result: FinalResult & { readonly outcome: "granted" }) => {
    const { items, receipt, charged } = result;
    checks.invalidate();
    for (const item of items) {
      if (item.state !== "granted") continue;
      const isTarget = isSameRef(item.ref, entry.ref);
      rights.acknowledge(item, isTarget ? defined({ receipt, charged }) : {});
    }
    if (isGranted(entry.ref)) return;
    // It says "granted" and gives nothing. Only a check's word opens the episode.
    if (store.stateOf(entry.ref).name === "unlocking") store.send(entry.ref, { type: "no-answer" });
    if (await expectGrant(entry.ref, "after-purchase")) return;
    if (isUnderWay(store.stateOf(entry.ref)))
      store.send(entry.ref, { type: "declined", decline: Object.freeze({ reason: "policy" }) });
  };

  const decline = (entry: JournalEntry, result: FinalResult & { readonly outcome: "declined" }) => {
    const { reason, shortfall, availableAt, offers, quote } = result;
    if (quote) checks.setQuote(entry.ref.series, quote);
    const why: Decline = defined({ reason, shortfall, availableAt });
    refill(store.send(entry.ref, defined({ type: "declined", decline: why, offers })), entry.ref);
  };

  /** After a reload the offers are not known: a sheet without any would be a dead end. */
  const refill = (state: UnlockState, ref: EpisodeRef) => {
    if (state.name === "locked" && state.offers.length === 0)
      void checks.ask([ref], { cause: "after-purchase", force: true });
  };

  return {
    expectGrant,
    async settle(entry, result) {
      journal.end(entry);
      if (result.wallet) store.setWallet(result.wallet);
      if (result.outcome === "granted") await grant(entry, result);
      else decline(entry, result);
    },
    neverArrived(entry) {
      journal.end(entry);
      const failure = Object.freeze({
        code: "never-arrived",
        message: "The request did not reach the platform. Nothing was charged.",
        retryable: true,
      });
      const type = store.stateOf(entry.ref).name === "unlocking" ? "cancelled" : "never-arrived";
      refill(store.send(entry.ref, { type, failure }), entry.ref);
    },
  };
}
