import type { Core } from "../core.js";
import { createUuid } from "../uuid.js";
import { sleep } from "../waiting.js";

/** How often a tab looks whether another one has finished, in milliseconds. Storage events need a window. */
const LOOK_MS = 250;

/** What a lease is for. */
export interface LeaseOptions {
  readonly name: string;
  readonly signal: AbortSignal;
  /** The longest wait, and the life of a lease: who holds one for longer has fallen asleep. */
  readonly patienceMs: number;
}

/**
 * Runs `work` under a note in storage that other tabs respect for a while. Two tabs that write in the same moment may
 * both run: a lease saves requests and keeps nothing right.
 */
export async function runWithLease(
  { storageOf, now, platform }: Pick<Core, "storageOf" | "now" | "platform">,
  { name, signal, patienceMs }: LeaseOptions,
  work: (isContended: boolean) => Promise<void>,
): Promise<void> {
  const leases = storageOf("lease:");
  const own = createUuid();
  const isHeld = () => {
    const [owner, until] = (leases.get(name) ?? "").split(" ");
    const leftMs = Number(until) - now();
    // A device's clock may be turned back: what is left is never more than a whole life.
    return owner !== own && leftMs > 0 && leftMs <= patienceMs;
  };
  const startedAt = platform.monotonicNow();
  let isContended = false;
  while (isHeld() && platform.monotonicNow() - startedAt < patienceMs && !signal.aborted) {
    isContended = true;
    await sleep(platform, LOOK_MS, signal);
  }
  leases.set(name, `${own} ${now() + patienceMs}`);
  try {
    await work(isContended);
  } finally {
    if (leases.get(name)?.startsWith(own)) leases.remove(name);
  }
}

/** Takes away what a tab that is gone left behind; its unlock has come to an end. */
export function dropLease({ storageOf }: Pick<Core, "storageOf">, name: string): void {
  storageOf("lease:").remove(name);
}
