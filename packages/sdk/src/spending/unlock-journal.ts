import type { EpisodeRef, KeyValueStorage, UnlockRequest } from "@micro-drama/protocol";
import { isSameRef, parseRef, parseUnlockRequest, refKey } from "@micro-drama/protocol";
import { createUuid } from "../uuid.js";

/** An unlock that was begun and has no final answer. The same key always goes with the same request. */
export interface JournalEntry {
  readonly key: string;
  /** The episode on which the viewer pressed. */
  readonly ref: EpisodeRef;
  readonly request: UnlockRequest;
  /** When it was begun, by the device's clock. Only ever compared with a generous allowance. */
  readonly at: number;
}

/** The unlocks in flight, kept across reloads and seen by other tabs. At most one per episode. */
export interface UnlockJournal {
  /** The unlock that is to open this episode, be it alone or as part of a bundle. */
  find(ref: EpisodeRef): JournalEntry | undefined;
  ofSeries(series: string): readonly JournalEntry[];
  /** Makes a key and writes it down with its request; do this before anything is sent. */
  begin(ref: EpisodeRef, request: UnlockRequest): JournalEntry;
  /** Forgets an unlock whose end is known. Leaves a later one for the same episode alone. */
  end(entry: JournalEntry): void;
}

/** A server keeps the results of keys for 30 days; an older key proves nothing. */
const KEPT_MS = 30 * 24 * 3600 * 1000;
/** The form of a key. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Tells whether a key of that time still proves something. */
export function isKept(at: number, now: number): boolean {
  return Math.abs(now - at) < KEPT_MS;
}

/** A journal in `storage`. Entries are read each time, because other tabs write too; junk is dropped. */
export function createUnlockJournal(storage: KeyValueStorage, now: () => number): UnlockJournal {
  const read = (name: string): JournalEntry | undefined => {
    const text = storage.get(name);
    if (text === null) return undefined;
    const entry = parseEntry(text, name);
    if (entry && isKept(entry.at, now())) return entry;
    storage.remove(name);
    return undefined;
  };
  const ofSeries = (series: string) =>
    storage
      .keys()
      .filter((name) => name.startsWith(`${series}/`))
      .flatMap((name) => read(name) ?? []);
  return {
    find: (ref) =>
      read(refKey(ref)) ??
      ofSeries(ref.series).find(({ request }) => request.refs.some((other) => isSameRef(other, ref))),
    ofSeries,
    begin(ref, request) {
      const entry = Object.freeze({ key: createUuid(), ref, request, at: now() });
      storage.set(refKey(ref), JSON.stringify(entry));
      return entry;
    },
    end(entry) {
      if (read(refKey(entry.ref))?.key === entry.key) storage.remove(refKey(entry.ref));
    },
  };
}

/** Storage is shared with everything on the page's origin, so what comes out of it is read like a stranger's letter. */
function parseEntry(text: string, name: string): JournalEntry | undefined {
  try {
    const { key, ref: rawRef, request, at } = JSON.parse(text) as Record<string, unknown>;
    const ref = parseRef(rawRef);
    if (typeof key !== "string" || !UUID.test(key) || typeof at !== "number" || refKey(ref) !== name)
      return undefined;
    return Object.freeze({ key, ref, request: parseUnlockRequest(request), at });
  } catch {
    return undefined;
  }
}
