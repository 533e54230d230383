import type { Store } from "../store/store.js";

/** How long the answer to a key is kept: `idempotencyRetention` of the discovery document. */
export const KEY_RETENTION_DAYS = 30;

/** Keys forgotten in one transaction: small, so that nobody waits for it. */
const BATCH = 2000;

/** Forgets the answers of keys whose time is over. Gives how many. */
export async function forgetKeys(store: Store, now: number): Promise<number> {
  const before = new Date(now - KEY_RETENTION_DAYS * 86_400_000).toISOString();
  let total = 0;
  for (;;) {
    const count = await store.prune(before, BATCH);
    total += count;
    if (count < BATCH) return total;
  }
}
