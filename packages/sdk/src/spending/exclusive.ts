import type { Core } from "../core.js";
import { runWithLease } from "./lease.js";

/** The longest wait for another tab, in milliseconds. After that the work is done anyway: keys keep it single. */
export const PATIENCE_MS = 15_000;

/**
 * Runs `work` while no other tab runs work of the same name: with Web Locks, or with a lease in storage where there are
 * none. A convenience that saves requests: what keeps a charge single is the key, and behind it the server's
 * ownership rows.
 *
 * @param work is told whether another tab was at it first
 */
export async function runExclusively(
  core: Core | Omit<Core, "adapter">,
  name: string,
  signal: AbortSignal,
  work: (isContended: boolean) => Promise<void>,
): Promise<void> {
  const { locks, setTimer } = core.platform;
  const withLease = () => runWithLease(core, { name, signal, patienceMs: PATIENCE_MS }, work);
  if (!locks) return withLease();
  const lockName = `${core.namespace}${name}`;
  let hasRun = false;
  let isWaiting = false;
  const once = (isContended: boolean) => {
    hasRun = true;
    return work(isContended);
  };
  try {
    const isFree = await locks.request(lockName, { ifAvailable: true }, async (lock) => {
      if (lock) await once(false);
      return lock !== null;
    });
    if (isFree) return;
    isWaiting = true;
    const patience = new AbortController();
    const stop = () => patience.abort();
    const cancel = setTimer(stop, PATIENCE_MS);
    signal.addEventListener("abort", stop);
    try {
      await locks.request(lockName, { signal: patience.signal }, async () => {
        cancel();
        await once(true);
      });
    } finally {
      cancel();
      signal.removeEventListener("abort", stop);
    }
  } catch (error) {
    // Locks are refused in sandboxed frames, and waiting for one can end. Errors of the work itself pass through.
    if (hasRun) throw error;
    await (isWaiting ? once(true) : withLease());
  }
}
