import type { ByteSource } from "@micro-drama/protocol";
import type { ByteStore, FetchedBytes } from "./byte-store.js";
import { keyOf } from "./byte-store.js";

/** Most bytes that are kept: playlists, init and first segments of some ten episodes. */
const MOST_BYTES = 8_000_000;

/** What is there already; it counts as used now. */
export function peekBytes({ entries }: ByteStore, source: ByteSource): FetchedBytes | undefined {
  const key = keyOf(source);
  const entry = entries.get(key);
  if (!entry?.loaded) return undefined;
  entries.delete(key);
  entries.set(key, entry);
  return entry.loaded;
}

/** Takes in what somebody else has fetched. */
export function keepBytes(store: ByteStore, source: ByteSource, loaded: FetchedBytes): void {
  store.entries.set(keyOf(source), { promise: Promise.resolve(loaded), loaded });
  trimBytes(store);
}

/** Forgets what was not used for longest, until no more than `most` bytes are kept. */
export function trimBytes({ entries }: ByteStore, most = MOST_BYTES): void {
  let size = 0;
  for (const { loaded } of entries.values()) size += loaded?.data.byteLength ?? 0;
  for (const [key, { loaded }] of entries) {
    if (size <= most) return;
    if (!loaded) continue;
    size -= loaded.data.byteLength;
    entries.delete(key);
  }
}
