import type { UnlockResult } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol";
import { defined } from "../defined.js";
import { toEntitlementError } from "../failure.js";
import { mayRepeat, sleep } from "../waiting.js";
import { isAnyIn, refsOf, waitingRefs } from "./affected.js";
import { DEADLINES } from "./deadlines.js";
import type { Settlement } from "./settlement.js";
import type { SpendingCore } from "./spending-core.js";
import type { JournalEntry } from "./unlock-journal.js";

/** Finds out what became of unlocks without an answer. */
export interface Confirmations {
  /** Asks about an unlock until its end is known. `isOwn`: this page sent it, so it may also send it again. */
  watch(entry: JournalEntry, options: { readonly isOwn: boolean }): void;
  /** Takes up the unlocks that an earlier visit or another tab left in the journal. */
  resume(series: string): void;
  /** Asks at once about all that is open: the network came back, the page is looked at again. */
  wake(): void;
}

/** A dead backend fires no event, so it is asked at least this often. */
const INTERVAL_MS = 5000;
/** A backend's own wish to be left alone is followed up to here. */
const LONGEST_INTERVAL_MS = 60_000;
/** A request that was held back on its way may arrive after all: pauses before each look for it, in milliseconds. */
const LATE_PAUSES_MS = [5000, 10_000, 20_000];
/** An order that the platform took and never settled: from here on it counts as unanswered. */
const PENDING_LIMIT_MS = 10 * 60_000;

type Ask = (attempt: number, signal: AbortSignal) => Promise<UnlockResult>;

/** What there is to ask about a key; only the page that sent it may send it again. */
interface Questions {
  readonly ask: Ask;
  readonly sendAgain?: Ask;
}

/** Confirmations over a core. */
export function createConfirmations(core: SpendingCore, settlement: Settlement): Confirmations {
  const { store, adapter, journal, platform } = core;
  const alarms = new Map<string, AbortController>();

  /** Waits, but not through a `wake`. */
  const pause = async (entry: JournalEntry, ms: number, viewer: AbortSignal) => {
    const alarm = new AbortController();
    const stop = () => alarm.abort();
    alarms.set(entry.key, alarm);
    viewer.addEventListener("abort", stop);
    await sleep(platform, ms, alarm.signal);
    viewer.removeEventListener("abort", stop);
  };

  const isOpen = (entry: JournalEntry): boolean => isAnyIn(core, entry, ["confirming", "pending"]);

  /** A request is on its way for at most the deadline of an unlock; before that, "never seen" may mean "not yet". */
  const isOnItsWay = ({ at }: JournalEntry): boolean => {
    const age = core.now() - at;
    return age >= 0 && age < DEADLINES.unlock;
  };

  /** The offers are back; but what arrives now is paid for, and the viewer is to have it without another press. */
  const neverArrived = (entry: JournalEntry, ask: Ask, signal: AbortSignal) => {
    settlement.neverArrived(entry);
    void (async () => {
      for (const pauseMs of LATE_PAUSES_MS) {
        await sleep(platform, pauseMs, signal);
        if (signal.aborted || !isAnyIn(core, entry, ["locked"])) return;
        const result = await ask(1, signal).catch(() => undefined);
        if (result?.outcome === "granted" && !signal.aborted) return settlement.settle(entry, result);
      }
    })();
  };

  /**
   * One question. Returns the pause until the next, or nothing when the end is known. What the platform has not seen
   * although the viewer waits for it is sent again (`sendAgain`): it is the same key, so it is never paid twice.
   */
  const inquire = async (
    entry: JournalEntry,
    { ask, sendAgain }: Questions,
    attempt: number,
    signal: AbortSignal,
  ): Promise<number | undefined> => {
    // Another episode's question took what was left: this one has its turn with the next round.
    if (!mayRepeat(platform)) return 0;
    try {
      const result = await ask(attempt, signal);
      if (signal.aborted) return undefined;
      if (result.outcome === "granted" || result.outcome === "declined") {
        await settlement.settle(entry, result);
        return undefined;
      }
      if (result.outcome === "pending") return result.retryAfterMs;
      if (result.sent || !adapter.reconcile) return 0;
      if (isOnItsWay(entry)) return sendAgain ? inquire(entry, { ask: sendAgain }, attempt, signal) : 0;
      if (!isAnyIn(core, entry, ["confirming"])) return 0;
      neverArrived(entry, ask, signal);
      return undefined;
    } catch (thrown) {
      const error = toEntitlementError(thrown);
      core.log("warn", `${refKey(entry.ref)}: still unconfirmed: ${error.message}`);
      return error.retryAfterMs ?? 0;
    }
  };

  const watch: Confirmations["watch"] = async (entry, { isOwn }) => {
    const questions = chooseQuestions(core, entry, isOwn);
    if (questions === undefined || alarms.has(entry.key)) return;
    alarms.set(entry.key, new AbortController());
    const signal = core.viewerSignal();
    const watchedFrom = platform.monotonicNow();
    for (let attempt = 1; isOpen(entry) && !signal.aborted; attempt += 1) {
      const askedAt = platform.monotonicNow();
      if (askedAt - watchedFrom > PENDING_LIMIT_MS)
        for (const ref of waitingRefs(core, entry))
          if (store.stateOf(ref).name === "pending") store.send(ref, { type: "timeout" });
      const wishMs = await inquire(entry, questions, attempt, signal);
      if (wishMs === undefined) break;
      // From question to question, a little early so that many viewers do not fall into step.
      const usualMs = INTERVAL_MS * (1 - platform.random() / 4) - (platform.monotonicNow() - askedAt);
      const waitMs = Math.min(Math.max(wishMs, usualMs, 0), LONGEST_INTERVAL_MS);
      if (isOpen(entry)) await pause(entry, waitMs, signal);
    }
    alarms.delete(entry.key);
    // A check found the episode granted before the key's own answer came.
    if (!signal.aborted && store.stateOf(entry.ref).name === "granted") settlement.forget(entry);
  };

  return {
    watch: (entry, options) => void watch(entry, options),
    resume(series) {
      // Without `reconcile` the only question is "is it granted?", which the check asks anyway. The key stays in the
      // journal: the viewer's next press on the same offer sends it again, so that it cannot be charged twice.
      if (!adapter.reconcile) return;
      for (const entry of journal.ofSeries(series)) {
        const open = refsOf(entry).filter((ref) => ["unknown", "checking"].includes(store.stateOf(ref).name));
        for (const ref of open) store.send(ref, { type: "resume" });
        if (open.length > 0) watch(entry, { isOwn: false });
      }
    },
    wake() {
      for (const alarm of alarms.values()) alarm.abort();
    },
  };
}

/** `reconcile` where there is one. Otherwise the same request with the same key, which answers the same question. */
function chooseQuestions(
  { adapter }: SpendingCore,
  entry: JournalEntry,
  isOwn: boolean,
): Questions | undefined {
  const { reconcile } = adapter;
  const sendAgain: Ask | undefined = isOwn
    ? (attempt, signal) =>
        adapter.unlock(entry.request, entry.key, {
          cause: "retry",
          attempt: attempt + 1,
          deadlineMs: DEADLINES.reconcile,
          signal,
        })
    : undefined;
  if (!reconcile) return sendAgain && { ask: sendAgain };
  const ask: Ask = (attempt, signal) => reconcile(entry.key, { cause: "after-purchase", attempt, signal });
  return defined({ ask, sendAgain });
}
