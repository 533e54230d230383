import type { AutoUnlockRule, CoinsOffer, EpisodeRef } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol";
import type { Entitlements } from "../entitlements.js";
import { toEntitlementError } from "../failure.js";
import type { UnlockState } from "../unlock-state.js";
import type { SpendingCore } from "./spending-core.js";

/** Who flies past an episode does not want to buy it. */
const REST_MS = 1000;

/** The rule's caps are in coins, and so is what it pays with. */
const CURRENCY = "COIN";

/** Buys the episode on which the viewer rests, inside the viewer's own limits. */
export interface AutoUnlock extends Pick<Entitlements, "rest" | "setAutoUnlock"> {
  /** Ends what runs by itself. */
  close(): void;
}

/** What it buys with. */
export type Buy = (ref: EpisodeRef, offer: CoinsOffer) => Promise<UnlockState>;

/** By platform. A visit is the page's: another series, or a second player in it, begins no new one. */
const SPENT_BY_RULE = new Map<string, number>();

/** Auto-unlock over a core. */
export function createAutoUnlock(core: SpendingCore, buy: Buy): AutoUnlock {
  const { store, adapter, platform } = core;
  /** One try per episode and visit: what did not work once needs the viewer. */
  const tried = new Set<string>();
  const purses = platform.spentByRule ?? SPENT_BY_RULE;
  const spentNow = () => purses.get(core.namespace) ?? 0;
  const count = (amount: number) => void purses.set(core.namespace, spentNow() + amount);
  let isClosed = false;
  let owner: AbortSignal | undefined;
  let resting: { readonly ref: EpisodeRef; readonly since: number } | undefined;
  let cancelTimer = () => {};
  let isAsked = false;

  /** The rule belongs to one viewer, and so does what was spent by it. */
  const ruleNow = (): AutoUnlockRule | null => {
    const viewer = core.viewerSignal();
    if (owner !== viewer) {
      owner = viewer;
      isAsked = false;
      tried.clear();
      // Somebody else has their own visit; a player that is closed ends nobody's.
      const end = () => queueMicrotask(() => !isClosed && purses.delete(core.namespace));
      viewer.addEventListener("abort", end, { once: true });
    }
    const { autoUnlock } = store.snapshot;
    if (autoUnlock === undefined && !isAsked) void ask(viewer);
    return autoUnlock ?? null;
  };

  const ask = async (viewer: AbortSignal) => {
    isAsked = true;
    try {
      const known = await adapter.preferences?.({ cause: "init", signal: viewer });
      // The viewer may have chosen meanwhile.
      if (known && !viewer.aborted && store.snapshot.autoUnlock === undefined)
        store.setAccount({ autoUnlock: known.autoUnlock });
    } catch (error) {
      core.log("debug", `no preferences: ${toEntitlementError(error).message}`);
    }
  };

  const look = () => {
    cancelTimer();
    if (!resting || tried.has(refKey(resting.ref))) return;
    const { ref, since } = resting;
    if (store.stateOf(ref).name !== "locked") return;
    const leftMs = since + REST_MS - platform.monotonicNow();
    if (leftMs > 0) {
      // Who presses at once, or swipes on, is not even asked for a rule.
      cancelTimer = platform.setTimer(look, leftMs);
      return;
    }
    const rule = ruleNow();
    const offer = rule && selectOffer(store.stateOf(ref), rule, { spent: spentNow(), coins: coinsOf(core) });
    if (offer) void spend(ref, offer);
  };

  const spend = async (ref: EpisodeRef, offer: CoinsOffer) => {
    tried.add(refKey(ref));
    const { amount } = offer.price;
    // Counted before it is known to have succeeded: a cap is a cap, whatever the network does.
    count(amount);
    const viewer = owner;
    const state = await buy(ref, offer);
    if (viewer?.aborted) return;
    if (state.name === "locked") count(-amount);
    if (state.name === "granted" && state.charged !== undefined) count((state.charged?.amount ?? 0) - amount);
  };

  const unsubscribe = store.subscribe(look);
  return {
    rest(ref) {
      if (ref && resting && refKey(ref) === refKey(resting.ref)) return;
      resting = ref && { ref, since: platform.monotonicNow() };
      look();
    },
    async setAutoUnlock(autoUnlock) {
      const viewer = core.viewerSignal();
      try {
        const kept = await adapter.setPreferences?.({ autoUnlock }, { cause: "viewer", signal: viewer });
        const rule = stricter(autoUnlock, kept === undefined ? autoUnlock : kept.autoUnlock);
        if (!viewer.aborted) store.setAccount({ autoUnlock: rule });
        return rule;
      } catch (error) {
        core.log("warn", `auto-unlock was not kept: ${toEntitlementError(error).message}`);
        // A rule that the platform does not know of spends nothing; one that is to end has ended here at once.
        store.setAccount({ autoUnlock: null });
        return null;
      }
    },
    close() {
      isClosed = true;
      unsubscribe();
      cancelTimer();
    },
  };
}

/** The cheapest way to pay for this episode alone that the rule, the visit's cap and the purse allow. */
export function selectOffer(
  state: UnlockState,
  rule: AutoUnlockRule,
  { spent, coins }: { readonly spent: number; readonly coins: number },
): CoinsOffer | undefined {
  // After a no, or a try that did not arrive, the viewer decides.
  if (state.name !== "locked" || state.decline || state.failure) return undefined;
  const most = Math.min(rule.maxPerEpisode, rule.maxPerVisit - spent, coins);
  return state.offers
    .filter((offer): offer is CoinsOffer => offer.kind === "coins" && offer.price.currency === CURRENCY)
    .filter(({ price }) => price.amount <= most)
    .sort((a, b) => a.price.amount - b.price.amount)[0];
}

/** A platform may cut a rule down; it cannot widen what the viewer chose. */
function stricter(chosen: AutoUnlockRule | null, kept: AutoUnlockRule | null): AutoUnlockRule | null {
  if (!chosen || !kept) return null;
  return Object.freeze({
    maxPerEpisode: Math.min(chosen.maxPerEpisode, kept.maxPerEpisode),
    maxPerVisit: Math.min(chosen.maxPerVisit, kept.maxPerVisit),
  });
}

/** Coins of the only purse; an unknown one buys nothing by itself. */
function coinsOf({ store }: SpendingCore): number {
  const balance = store.snapshot.wallet?.balances.find(({ currency }) => currency === CURRENCY);
  return balance ? balance.paid + balance.bonus : 0;
}
