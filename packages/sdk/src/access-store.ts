import type { EpisodeRef, Wallet } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol";
import type { Log } from "./core.js";
import { defined } from "./defined.js";
import type { EntitlementsSnapshot } from "./entitlements.js";
import { callSafely } from "./failure.js";
import type { UnlockEvent } from "./unlock-event.js";
import { transition, UNKNOWN } from "./unlock-machine.js";
import type { UnlockState } from "./unlock-state.js";

/** The one owner of what is known about the viewer. It changes through transitions only. */
export interface AccessStore {
  readonly snapshot: EntitlementsSnapshot;
  stateOf(ref: EpisodeRef): UnlockState;
  /** Feeds events to one episode's machine, one after the other, as a single change. */
  send(ref: EpisodeRef, ...events: readonly UnlockEvent[]): UnlockState;
  /** Keeps a wallet unless a newer one is known. */
  setWallet(wallet: Wallet): void;
  /** Keeps a fact about the viewer's account. */
  setAccount(fact: Account): void;
  setStatus(status: EntitlementsSnapshot["status"]): void;
  /** Every episode that was ever asked about. */
  refs(): readonly EpisodeRef[];
  /** Another viewer: no wallet, and every right in question. */
  forgetViewer(): void;
  subscribe(listener: (snapshot: EntitlementsSnapshot) => void): () => void;
}

type Account = Partial<Pick<EntitlementsSnapshot, "autoUnlock" | "merged">>;

/** An empty store. */
export function createAccessStore(log: Log): AccessStore {
  const entries = new Map<string, { readonly ref: EpisodeRef; readonly state: UnlockState }>();
  const listeners = new Set<(snapshot: EntitlementsSnapshot) => void>();
  let wallet: Wallet | undefined;
  let account: Account = {};
  let status: EntitlementsSnapshot["status"] = "not-ready";
  let snapshot: EntitlementsSnapshot | undefined;
  let isNotifying = false;

  const read = (): EntitlementsSnapshot => {
    const states = () => new Map([...entries].map(([key, { state }]) => [key, state] as const));
    snapshot ??= defined({ states: states(), wallet, status, ...account }) as EntitlementsSnapshot;
    return snapshot;
  };
  const tell = (listener: (snapshot: EntitlementsSnapshot) => void) =>
    callSafely(log, "a listener", () => listener(read()));
  const changed = () => {
    snapshot = undefined;
    if (isNotifying) return;
    isNotifying = true;
    queueMicrotask(() => {
      isNotifying = false;
      for (const listener of [...listeners]) if (listeners.has(listener)) tell(listener);
    });
  };
  const stateOf = (ref: EpisodeRef) => entries.get(refKey(ref))?.state ?? UNKNOWN;

  return {
    get snapshot() {
      return read();
    },
    stateOf,
    send(ref, ...events) {
      const before = stateOf(ref);
      const after = events.reduce((state, event) => {
        const next = transition(state, event);
        if (next === state)
          log("warn", `${refKey(ref)}: "${event.type}" means nothing while ${state.name}; ignored`);
        return next;
      }, before);
      if (after === before) return after;
      entries.set(refKey(ref), { ref, state: after });
      changed();
      return after;
    },
    setWallet(next) {
      if (wallet && next.rev < wallet.rev) return;
      wallet = next;
      changed();
    },
    setAccount(fact) {
      account = { ...account, ...fact };
      changed();
    },
    setStatus(next) {
      if (status === next) return;
      status = next;
      changed();
    },
    refs: () => [...entries.values()].map(({ ref }) => ref),
    forgetViewer() {
      wallet = undefined;
      account = {};
      status = "not-ready";
      for (const [key, { ref, state }] of entries)
        entries.set(key, { ref, state: transition(state, { type: "viewer-changed" }) });
      changed();
    },
    subscribe(listener) {
      // Two subscriptions with one function are two subscriptions: each has its own end.
      const own = (current: EntitlementsSnapshot) => listener(current);
      listeners.add(own);
      tell(own);
      return () => void listeners.delete(own);
    },
  };
}
