import type { ByteSource } from "@micro-drama/protocol";

/** When bytes were asked for and came, by `performance.now()`. */
export interface ByteTiming {
  readonly requestedAt: number;
  readonly firstByteAt: number;
  readonly endAt: number;
}

/** The whole answer to a request, whatever its status. */
export interface FetchedBytes {
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

/** One address in a {@link ByteStore}. */
export interface ByteEntry {
  readonly promise: Promise<FetchedBytes>;
  /** Absent while it is on its way. */
  loaded?: FetchedBytes;
}

/**
 * Small bytes by their address: what two ask for at the same time is fetched once, and what came lately is there at
 * once. Belongs to one pool. Only what the first frame needs is here; byte-cache.ts has the rest.
 */
export interface ByteStore {
  /** Oldest use first. */
  readonly entries: Map<string, ByteEntry>;
  /**
   * Answers with any status; only 200 and 206 stay. An asker who left is told so when the request ends.
   *
   * @throws an `AbortError` when the asker left, and whatever `fetch` throws when no answer comes
   */
  load(request: ByteRequest): Promise<FetchedBytes>;
}

/** Makes an empty store. */
export function createByteStore(): ByteStore {
  const entries = new Map<string, SharedEntry>();
  return {
    entries,
    async load(request) {
      const { signal } = request;
      signal.throwIfAborted();
      const key = keyOf(request);
      const entry =
        entries.get(key) ?? share(request, () => entries.get(key) === entry && entries.delete(key));
      entries.delete(key);
      entries.set(key, entry);
      entry.join?.(signal);
      const loaded = await entry.promise;
      signal.throwIfAborted();
      return loaded;
    },
  };
}

/** The address of bytes as {@link ByteStore.entries} has it. */
export function keyOf({ url, byteRange }: ByteSource): string {
  return byteRange ? `${url} ${byteRange.offset} ${byteRange.length}` : url;
}

interface SharedEntry extends ByteEntry {
  join?(signal: AbortSignal): void;
}

/** Fetches for everybody who joins, and gives up when all of them left. */
function share(request: ByteRequest, drop: () => void): SharedEntry {
  const ending = new AbortController();
  const askers: AbortSignal[] = [];
  const entry: SharedEntry = {
    promise: fetchBytes(request, ending.signal),
    join(asker) {
      askers.push(asker);
      asker.addEventListener("abort", () => {
        if (entry.loaded || !askers.every(({ aborted }) => aborted)) return;
        drop();
        ending.abort();
      });
    },
  };
  entry.promise.then((loaded) => {
    if (loaded.status > 206) drop();
    entry.loaded = loaded;
  }, drop);
  return entry;
}

async function fetchBytes(
  { url, byteRange, priority }: ByteRequest,
  signal: AbortSignal,
): Promise<FetchedBytes> {
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
