import type { Series } from "@micro-drama/protocol";
import { DramaError, isDramaError, parseSeries } from "@micro-drama/protocol/manifest";
import type { Failure } from "@micro-drama/sdk";
import type { InlineManifest } from "./inline-manifest.js";

/** A manifest that takes longer is treated as a failure that can be tried again. */
const TIMEOUT_MS = 15_000;

/** Where a series comes from: a manifest's URL or text, a manifest as an object, or a parsed series. */
export type SeriesSource = string | InlineManifest | object;

/**
 * Brings a series; only a URL is fetched, all others are there at once.
 * @throws DramaError `manifest-network`, `manifest-status`, `manifest-json` (retryable as it says) or ParseError;
 * of a URL as the promise's rejection
 */
export function loadSeries(
  source: SeriesSource,
  options: { readonly signal: AbortSignal },
): Series | Promise<Series> {
  if (typeof source === "string") return fetchSeries(source, options);
  if ("baseUrl" in source) return readSeries(source as InlineManifest);
  return "version" in source ? parseSeries(source, { baseUrl: document.baseURI }) : (source as Series);
}

async function fetchSeries(url: string, options: { readonly signal: AbortSignal }): Promise<Series> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), TIMEOUT_MS);
  options.signal.addEventListener("abort", () => deadline.abort(), { once: true, signal: deadline.signal });
  try {
    return await request(new URL(url, document.baseURI).href, deadline.signal);
  } finally {
    clearTimeout(timer);
  }
}

async function request(url: string, signal: AbortSignal): Promise<Series> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { signal });
    text = await response.text();
  } catch (cause) {
    throw new DramaError("manifest-network", "The series could not be reached.", { cause, retryable: true });
  }
  if (!response.ok) {
    throw new DramaError("manifest-status", `The series answered with status ${response.status}.`, {
      retryable: response.status >= 500 || response.status === 429,
    });
  }
  return readSeries({ text, baseUrl: response.url || url });
}

function readSeries({ text, baseUrl }: InlineManifest): Series {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new DramaError("manifest-json", "The series is not JSON.", { cause });
  }
  return parseSeries(json, { baseUrl });
}

/** Any thrown value in the words of a view. */
export function toFailure(error: unknown): Failure {
  if (isDramaError(error)) {
    return Object.freeze({ code: error.code, message: error.message, retryable: error.retryable });
  }
  return Object.freeze({ code: "unexpected", message: String(error), retryable: true });
}
