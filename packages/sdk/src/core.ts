import type { EpisodeRef, KeyValueStorage } from "@micro-drama/protocol";
import type { AccessStore } from "./access-store.js";
import type { GuardedAdapter } from "./guarded-adapter.js";
import type { Platform } from "./platform.js";
import type { Rights } from "./rights.js";
import type { ServerClock } from "./server-clock.js";

/** Told what a developer should know. */
export type Log = (level: "debug" | "warn" | "error", message: string) => void;

/** What the parts of the SDK share. Made once by `createEntitlements`. */
export interface Core {
  readonly store: AccessStore;
  readonly rights: Rights;
  readonly adapter: GuardedAdapter;
  readonly clock: ServerClock;
  readonly platform: Platform;
  /** Begins the names of locks and stored keys, so that two platforms on one origin do not meet. */
  readonly namespace: string;
  /** A part of this platform's storage. */
  readonly storageOf: (prefix: string) => KeyValueStorage;
  /** The device's clock, milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: Log;
  /** Aborted when the viewer becomes somebody else or everything is closed: what was begun before counts no more. */
  readonly viewerSignal: () => AbortSignal;
  /** An answer is about somebody else than the ones before: forgets what they said and asks again. Never rejects. */
  readonly viewerReplaced: () => Promise<void>;
}

/** Refs by series, in order. */
export function groupBySeries(refs: readonly EpisodeRef[]): ReadonlyMap<string, readonly EpisodeRef[]> {
  const groups = new Map<string, EpisodeRef[]>();
  for (const ref of refs) {
    const group = groups.get(ref.series);
    if (group) group.push(ref);
    else groups.set(ref.series, [ref]);
  }
  return groups;
}
