import type { EpisodeRef, Offer } from "@micro-drama/protocol";
import { EntitlementError, refKey } from "@micro-drama/protocol";
import type { Checks } from "./checks.js";
import type { Core } from "./core.js";
import type { AdPort, EntitlementsSnapshot } from "./entitlements.js";
import type { OpenOptions, Spending, SpendingParts } from "./spending/index.js";
import { isLegal } from "./unlock-machine.js";
import type { UnlockState } from "./unlock-state.js";

/** What only a purchase or a timed right needs, fetched when the first one is seen: most pages are left before that. */
export interface LazySpending {
  /** @throws EntitlementError `offline` when the code cannot be fetched; the next call tries again */
  load(): Promise<Spending>;
  /** Does something with it, at once where it has arrived, or something else when it cannot be fetched. */
  use<T, E>(work: (spending: Spending) => T | Promise<T>, otherwise: () => E): Promise<T | E>;
  /** What has arrived. */
  readonly loaded: Spending | undefined;
  /** Fetches it ahead of the viewer's press, as soon as there is something to press or to end. Returns the way to end it. */
  watch(): () => void;
  /** Where the viewer is; remembered until the code is there that does something with it. */
  rest(ref: EpisodeRef | undefined): void;
  /** Takes the choice at once and carries it out. Never rejects; a second call meanwhile gets the same promise. */
  unlock(ref: EpisodeRef, offer: Offer, options: OpenOptions): Promise<UnlockState>;
}

/** What spending needs beside a core. */
export interface LazySpendingParts {
  readonly ads: AdPort | undefined;
  /** Called with every purchase, before anything of it is sent. */
  readonly keepViewer: () => Promise<void>;
  /** Fetches the code. */
  readonly fetchCode?: () => Promise<Pick<typeof import("./spending/index.js"), "createSpending">>;
}

/** Spending over a core. */
export function createLazySpending(
  core: Core,
  checks: Checks,
  { ads, keepViewer, fetchCode = () => import("./spending/index.js") }: LazySpendingParts,
): LazySpending {
  const { store } = core;
  const flights = new Map<string, Promise<UnlockState>>();
  let loading: Promise<Spending> | undefined;
  let loaded: Spending | undefined;
  let place: EpisodeRef | undefined;
  let isEnded = false;

  const buy: SpendingParts["buy"] = (ref, offer) => unlock(ref, offer, { isAutomatic: true });

  const load = () => {
    loading ??= fetchCode().then(
      ({ createSpending }) => {
        loaded = createSpending(core, checks, { buy, ads, keepViewer });
        if (isEnded) loaded.close();
        else loaded.rest(place);
        return loaded;
      },
      (cause: unknown) => {
        loading = undefined;
        const message = "The code of purchases did not load.";
        core.log("error", `${message} ${String(cause)}`);
        throw new EntitlementError("offline", message, { cause, retryable: true });
      },
    );
    return loading;
  };

  const carryOut = async (ref: EpisodeRef, offer: Offer, options: OpenOptions) => {
    const viewer = core.viewerSignal();
    try {
      const spending = await load();
      if (!viewer.aborted) await spending.open(ref, offer, options);
    } catch (error) {
      core.log("error", `${refKey(ref)}: ${String(error)}`);
      // Nothing was sent without the code that sends.
      if (!loaded && !viewer.aborted) store.send(ref, { type: "cancelled", failure: NO_CODE });
    }
    return store.stateOf(ref);
  };

  const unlock: LazySpending["unlock"] = (ref, offer, options) => {
    const running = flights.get(refKey(ref));
    if (running) return running;
    if (offer.kind === "topup" || !isLegal(store.stateOf(ref), "choose")) {
      core.log("warn", `${refKey(ref)}: nothing to unlock here with "${offer.kind}"; ignored`);
      return Promise.resolve(store.stateOf(ref));
    }
    store.send(ref, { type: "choose", offer });
    const flight = carryOut(ref, offer, options).finally(() => flights.delete(refKey(ref)));
    flights.set(refKey(ref), flight);
    return flight;
  };

  return {
    load,
    use: async (work, otherwise) => (loaded ? work(loaded) : load().then(work, otherwise)),
    get loaded() {
      return loaded;
    },
    watch() {
      const prepare = ({ states }: EntitlementsSnapshot) => {
        if (!loaded && [...states.values()].some(isWanting)) load().catch(() => {});
      };
      const unsubscribe = store.subscribe(prepare);
      return () => {
        isEnded = true;
        unsubscribe();
        loaded?.close();
      };
    },
    unlock,
    rest(ref) {
      place = ref;
      loaded?.rest(ref);
    },
  };
}

function isWanting(state: UnlockState): boolean {
  return (
    ["locked", "signed-out"].includes(state.name) || (state.name === "granted" && state.until !== undefined)
  );
}

const NO_CODE = Object.freeze({
  code: "never-arrived",
  message: "The request did not reach the platform. Nothing was charged.",
  retryable: true,
});
