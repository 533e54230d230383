import { forgetKeys } from "../ledger/forget-keys.js";
import type { Store } from "../store/store.js";
import { writeEvent } from "./events.js";

const HOUR_MS = 3_600_000;

/**
 * Forgets old keys now and every hour, and says so when there were any. Several processes on one database do not
 * hinder each other.
 *
 * @returns ends it; resolves when the round that is under way is over
 */
export function forgetKeysHourly(store: Store): () => Promise<void> {
  let round = Promise.resolve();
  const begin = () => {
    round = forgetKeys(store, Date.now()).then(
      (count) => {
        if (count > 0) writeEvent("keys-forgotten", { count });
      },
      // The next hour tries again; until then a few more rows are kept.
      (error: unknown) => writeEvent("keys-kept", { error: error instanceof Error ? error.message : "" }),
    );
  };
  begin();
  const timer = setInterval(begin, HOUR_MS);
  return async () => {
    clearInterval(timer);
    await round;
  };
}
