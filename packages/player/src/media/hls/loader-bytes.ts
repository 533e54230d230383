import type { ByteSource } from "@micro-drama/protocol";
import type { FragmentLoaderContext, LoaderContext, LoaderResponse, LoaderStats } from "hls.js";
import type { FetchedBytes } from "../bytes/byte-store.js";

/** Segments that begin before this many seconds are wanted again when the viewer comes back. */
const FIRST_SEGMENT_SECONDS = 0.1;

/** What a request of hls.js asks for, as the byte store names it. */
export function sourceOf({ url, rangeStart: offset = 0, rangeEnd }: LoaderContext): ByteSource {
  return rangeEnd ? { url, byteRange: { offset, length: rangeEnd - offset } } : { url };
}

/** True for playlists, init and first segments: small, and wanted again by whoever comes back. */
export function isReused(context: LoaderContext): boolean {
  const { frag, type } = context as LoaderContext & Partial<FragmentLoaderContext>;
  if (type === ("key" as typeof type)) return false;
  return !frag || frag.sn === "initSegment" || frag.start < FIRST_SEGMENT_SECONDS;
}

/** An answer of hls.js' own loader in the words of the byte store. */
export function toFetchedBytes(
  { url, data, code = 200 }: LoaderResponse,
  { loading }: LoaderStats,
): FetchedBytes {
  const binary = data instanceof ArrayBuffer ? data : new TextEncoder().encode(String(data)).buffer;
  const timing = { requestedAt: loading.start, firstByteAt: loading.first, endAt: loading.end };
  return { data: binary, url, status: code, timing };
}

/**
 * Writes how long the bytes took when they came over the network, as if they had come just now: memory is no network,
 * and must not teach hls.js that the network is infinite.
 */
export function writeStats(
  stats: LoaderStats,
  { data, timing }: FetchedBytes,
  now = performance.now(),
): void {
  const { requestedAt, firstByteAt, endAt } = timing;
  const start = now - (endAt - requestedAt);
  Object.assign(stats.loading, { start, first: start + firstByteAt - requestedAt, end: now });
  stats.loaded = data.byteLength;
  stats.total = data.byteLength;
}
