import type { ByteSource } from "@micro-drama/protocol";

/** Most bytes that are kept: playlists, init and first segments of some ten episodes. */
const MOST_BYTES = 8_000_000;

/** When bytes were asked for and came, by `performance.now()`. */
export interface ByteTiming {
  readonly requestedAt: number;
  readonly firstByteAt: number;
  readonly endAt: number;
}

/** The whole answer to a request, whatever its status. */
export interface LoadedBytes {
  /** Shared by everybody who asks: read it, never transfer it. */
  readonly data: ArrayBuffer;
  /** After redirects. */
  readonly url: string;
  readonly status: number;
  readonly timing: ByteTiming;
}

/** What is asked for, how urgently and for how long. */
export interface ByteRequest extends ByteSource {
  /** `low` is for what may never be watched; the browser lets it wait for `high`. */
  readonly priority: "high" | "low";
  /** Aborts when this asker does not want it any more. The request ends when nobody does. */
  readonly signal: AbortSignal;
}

/**
 * Small bytes by their address: what two ask for at the same time is fetched once, and what came lately is there at
 * once. Belongs to one pool.
 */
export interface ByteStore {
  /**
   * Answers with any status; only 200 and 206 are kept.
   *
   * @throws the signal's reason when it aborts, and whatever `fetch` throws when no answer comes
   */
  load(request: ByteRequest): Promise<LoadedBytes>;
  /** What is there already. */
  peek(source: ByteSource): LoadedBytes | undefined;
  /** Takes in what somebody else has fetched. */
  keep(source: ByteSource, loaded: LoadedBytes): void;
  /** Forgets everything that nobody waits for. */
  clear(): void;
}

interface Entry {
  readonly promise: Promise<LoadedBytes>;
  readonly ending: AbortController;
  /** How many wait for it. */
  askers: number;
  loaded?: LoadedBytes;
}

/** Makes an empty store. `most` is for tests. */
export function createByteStore(most = MOST_BYTES): ByteStore {
  /** Oldest use first. */
  const entries = new Map<string, Entry>();

  const use = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry) {
      entries.delete(key);
      entries.set(key, entry);
    }
    return entry;
  };
  const drop = (key: string, entry: Entry): void => {
    if (entries.get(key) === entry) entries.delete(key);
  };
  const shrink = (limit: number): void => {
    let size = 0;
    for (const { loaded } of entries.values()) size += loaded?.data.byteLength ?? 0;
    for (const [key, { loaded }] of entries) {
      if (size <= limit) return;
      if (!loaded) continue;
      size -= loaded.data.byteLength;
      entries.delete(key);
    }
  };
  const start = (key: string, request: ByteRequest): Entry => {
    const ending = new AbortController();
    const entry: Entry = { promise: fetchBytes(request, ending.signal), ending, askers: 0 };
    entries.set(key, entry);
    entry.promise.then(
      (loaded) => {
        if (loaded.status > 206) drop(key, entry);
        entry.loaded = loaded;
        shrink(most);
      },
      () => drop(key, entry),
    );
    return entry;
  };

  return {
    load(request) {
      const { signal } = request;
      const key = keyOf(request);
      return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const entry = use(key) ?? start(key, request);
        const onAbort = (): void => {
          reject(signal.reason);
          entry.askers -= 1;
          if (entry.askers > 0 || entry.loaded) return;
          drop(key, entry);
          entry.ending.abort();
        };
        entry.askers += 1;
        signal.addEventListener("abort", onAbort);
        const settle = (): void => signal.removeEventListener("abort", onAbort);
        entry.promise.then(resolve, reject).finally(settle);
      });
    },
    peek: (source) => use(keyOf(source))?.loaded,
    keep(source, loaded) {
      const promise = Promise.resolve(loaded);
      entries.set(keyOf(source), { promise, loaded, ending: new AbortController(), askers: 0 });
      shrink(most);
    },
    clear: () => shrink(0),
  };
}

function keyOf({ url, byteRange }: ByteSource): string {
  return byteRange ? `${url} ${byteRange.offset} ${byteRange.length}` : url;
}

async function fetchBytes(
  { url, byteRange, priority }: ByteRequest,
  signal: AbortSignal,
): Promise<LoadedBytes> {
  const requestedAt = performance.now();
  const { offset = 0, length = 0 } = byteRange ?? {};
  const headers = byteRange ? { Range: `bytes=${offset}-${offset + length - 1}` } : {};
  const response = await fetch(url, { headers, priority, signal });
  const firstByteAt = performance.now();
  const { status } = response;
  const whole = await response.arrayBuffer();
  // A server may ignore a range and send the whole file.
  const data = byteRange && status === 200 ? whole.slice(offset, offset + length) : whole;
  return {
    data,
    url: response.url || url,
    status,
    timing: { requestedAt, firstByteAt, endAt: performance.now() },
  };
}
