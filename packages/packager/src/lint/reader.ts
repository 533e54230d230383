import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PackagerError, throwIfAborted } from "../errors.js";

/** A file, or why there is none. */
export type ReadResult =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** Of the whole file; undefined when the server does not say. */
      readonly size: number | undefined;
    }
  | { readonly ok: false; readonly reason: string };

/** Which bytes are wanted. */
export interface ReadPart {
  readonly offset?: number | undefined;
  /** At most this many; the rest is not transferred. */
  readonly length?: number | undefined;
}

/** Reads the files behind a manifest, from a disk or a server. */
export interface Reader {
  readonly manifestUrl: string;
  readonly isLocal: boolean;
  /** Never rejects, except when aborted. */
  readonly read: (url: string, part?: ReadPart) => Promise<ReadResult>;
  /** How many different files were found. */
  readonly count: () => number;
}

/**
 * Local files get URLs on this host: the parser of manifests takes `http` only, and relative URLs must be
 * able to climb above the manifest.
 */
const localOrigin = "http://files.invalid";
const timeoutMs = 20_000;

/** Opens a manifest by path or http(s) URL. */
export function openReader(target: string, signal: AbortSignal | undefined): Reader {
  const isLocal = !/^https?:\/\//i.test(target);
  const found = new Set<string>();
  const fetchPart = isLocal ? readFilePart : readHttpPart;
  return {
    manifestUrl: isLocal ? localOrigin + pathToFileURL(resolve(target)).pathname : new URL(target).href,
    isLocal,
    count: () => found.size,
    read: async (url, part = {}) => {
      throwIfAborted(signal);
      const result = await fetchPart(url, part, signal);
      throwIfAborted(signal);
      if (result.ok) found.add(url);
      return result;
    },
  };
}

/** Reads the manifest itself. @throws {PackagerError} `unreadable-manifest` */
export async function readManifest(reader: Reader, target: string): Promise<unknown> {
  const result = await reader.read(reader.manifestUrl);
  if (!result.ok) {
    throw new PackagerError(
      "unreadable-manifest",
      `${target}: ${result.reason}. Give the path or the URL of a series.json.`,
    );
  }
  try {
    return JSON.parse(new TextDecoder().decode(result.bytes));
  } catch (cause) {
    throw new PackagerError("unreadable-manifest", `${target} is no JSON: ${(cause as Error).message}`, {
      cause,
    });
  }
}

async function readFilePart(url: string, { offset = 0, length }: ReadPart): Promise<ReadResult> {
  const { origin, pathname, protocol } = new URL(url);
  if (origin !== localOrigin) {
    return protocol.startsWith("http")
      ? readHttpPart(url, { offset, length })
      : { ok: false, reason: `${url} is no file` };
  }
  try {
    const file = await open(fileURLToPath(`file://${pathname}`));
    try {
      const { size } = await file.stat();
      const wanted = Math.max(0, Math.min(length ?? size, size - offset));
      const bytes = new Uint8Array(wanted);
      await file.read(bytes, 0, wanted, offset);
      return { ok: true, bytes, size };
    } finally {
      await file.close();
    }
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return { ok: false, reason: isMissing ? "the file is not there" : (error as Error).message };
  }
}

async function readHttpPart(
  url: string,
  { offset = 0, length }: ReadPart,
  signal?: AbortSignal,
): Promise<ReadResult> {
  const isPart = offset > 0 || length !== undefined;
  const last = length === undefined ? "" : offset + length - 1;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...(isPart && { headers: { range: `bytes=${offset}-${last}` } }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { ok: false, reason: `the server answers ${response.status}` };
    }
    return { ok: true, ...(await readBody(response, { offset, length })) };
  } catch (error) {
    const cause = (error as Error).cause;
    const why = cause instanceof Error ? cause.message : (error as Error).message;
    return { ok: false, reason: `it cannot be fetched (${why})` };
  }
}

/** A server may ignore a range and send everything: then the wanted part is cut out and the rest refused. */
async function readBody(
  response: Response,
  { offset, length }: { offset: number; length: number | undefined },
) {
  const isRange = response.status === 206;
  const total = isRange
    ? /\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1]
    : response.headers.get("content-encoding")
      ? undefined
      : (response.headers.get("content-length") ?? undefined);
  const skip = isRange ? 0 : offset;
  const enough = length === undefined ? Number.POSITIVE_INFINITY : skip + length;
  const chunks: Uint8Array[] = [];
  let got = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk as Uint8Array);
    got += (chunk as Uint8Array).length;
    // Leaving the loop cancels the transfer.
    if (got >= enough) break;
  }
  return {
    bytes: Buffer.concat(chunks).subarray(skip, Math.min(got, enough)),
    size: total ? Number(total) : undefined,
  };
}
