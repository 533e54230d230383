import type { Series } from "@micro-drama/protocol";
import { DramaError, isDramaError, parseSeries } from "@micro-drama/protocol/manifest";
import type { Failure } from "@micro-drama/sdk";

/** A manifest that takes longer is treated as a failure that can be tried again. */
const TIMEOUT_MS = 15_000;

/**
 * Fetches and parses a manifest.
 * @throws DramaError `manifest-network`, `manifest-status`, `manifest-json` (retryable as it says) or ParseError
 */
export async function loadSeries(url: string, options: { readonly signal: AbortSignal }): Promise<Series> {
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
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new DramaError("manifest-json", "The series is not JSON.", { cause });
  }
  return parseSeries(json, { baseUrl: response.url || url });
}

/** Any thrown value in the words of a view. */
export function toFailure(error: unknown): Failure {
  if (isDramaError(error)) {
    return Object.freeze({ code: error.code, message: error.message, retryable: error.retryable });
  }
  return Object.freeze({ code: "unexpected", message: String(error), retryable: true });
}
